package dev.profdata.cli.report;

import dev.profdata.model.ProfileName;
import java.util.Optional;

/**
 * A name cut into the source file and the function, which LLVM joins for functions that only their
 * file sees.
 *
 * @param file the source file as the compiler was told it, empty for a function that all files see
 * @param function the rest of the name
 */
record LocalName(Optional<String> file, String function) {
  /** Joins file and function in IR profiles from LLVM 18 on; part of no mangled name. */
  static final char SEMICOLON = ';';

  /** Joins file and function in all others. */
  static final char COLON = ':';

  /** Where the path begins behind the drive letter of a Windows path. */
  private static final int BEHIND_DRIVE = 2;

  static LocalName of(ProfileName name) {
    return of(name.toString());
  }

  static LocalName of(String name) {
    int semicolon = name.indexOf(SEMICOLON);
    return semicolon >= 0 ? cut(name, semicolon) : cut(name, firstColon(name));
  }

  private static LocalName cut(String name, int separator) {
    return separator <= 0 || separator == name.length() - 1
        ? new LocalName(Optional.empty(), name)
        : new LocalName(Optional.of(name.substring(0, separator)), name.substring(separator + 1));
  }

  /** Returns where a file may end: the selectors of Objective-C hold colons too. */
  private static int firstColon(String name) {
    if (name.startsWith("-[") || name.startsWith("+[")) {
      return -1;
    }
    int colon = name.indexOf(COLON, startsWithDrive(name) ? BEHIND_DRIVE : 0);
    return name.startsWith("::", colon) ? -1 : colon;
  }

  private static boolean startsWithDrive(String name) {
    return name.length() > BEHIND_DRIVE
        && Character.isLetter(name.charAt(0))
        && name.charAt(1) == COLON
        && (name.charAt(BEHIND_DRIVE) == '\\' || name.charAt(BEHIND_DRIVE) == '/');
  }
}
