package dev.profdata.spi;

import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFormat;

/**
 * What a provider says of the first bytes of an input.
 *
 * @since 0.1
 */
public sealed interface Recognition {
  /** Not a format of this provider. */
  Recognition FOREIGN = new Foreign();

  /** Not a format of this provider. */
  record Foreign() implements Recognition {}

  /**
   * The family is known, but not this version.
   *
   * @param family raw or indexed
   * @param version the number in the file, unsigned
   */
  record UnknownVersion(ProfileFamily family, long version) implements Recognition {}

  /**
   * The provider reads this.
   *
   * @param format what it is
   * @param certain false for formats without a magic, which any certain answer overrules
   */
  record Known(ProfileFormat format, boolean certain) implements Recognition {}
}
