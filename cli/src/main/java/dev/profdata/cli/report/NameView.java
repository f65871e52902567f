package dev.profdata.cli.report;

import dev.profdata.model.FunctionRecord;
import dev.profdata.model.ProfileName;
import java.util.Optional;

/**
 * A name on the page.
 *
 * @param text the function without its file
 * @param file the source file of a local function, else empty
 * @param title the whole name if it is long
 */
record NameView(String text, String file, String title) {
  /** Names grow to any length; a page does not. */
  private static final int LIMIT = 1000;

  private static final int LONG = 60;

  static NameView of(FunctionRecord function) {
    ProfileName name = function.name();
    return name.equals(ProfileName.EMPTY) ? ofHash(function.nameHash()) : of(name);
  }

  /** Returns a name, or the hash of it where the profile does not know more. */
  static NameView of(Optional<ProfileName> name, long hash) {
    return name.map(NameView::of).orElseGet(() -> ofHash(hash));
  }

  private static NameView of(ProfileName name) {
    String whole = name.toString();
    LocalName local = LocalName.of(whole);
    return new NameView(
        limited(local.function()),
        limited(local.file().orElse("")),
        whole.length() > LONG ? limited(whole) : "");
  }

  private static NameView ofHash(long hash) {
    return new NameView("0x%016x".formatted(hash), "", "");
  }

  private static String limited(String text) {
    int points = text.codePointCount(0, text.length());
    return points <= LIMIT ? text : text.substring(0, text.offsetByCodePoints(0, LIMIT)) + "\u2026";
  }
}
