package dev.profdata.cli;

import dev.profdata.format.ProfileFormat;
import java.util.Locale;

/**
 * A format as somebody named it.
 *
 * @param exactVersion whether the version itself was named, rather than a release
 */
record NamedFormat(ProfileFormat format, boolean exactVersion) {
  private static final String VERSION_PREFIX = "indexed:";

  static NamedFormat parse(String spelling) {
    return new NamedFormat(
        ProfileFormat.parse(spelling),
        spelling.toLowerCase(Locale.ROOT).startsWith(VERSION_PREFIX));
  }
}
