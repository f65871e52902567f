package dev.profdata.cli;

import java.util.regex.Pattern;

/** Quotes strings for YAML where LLVM does. */
final class YamlScalar {
  private static final Pattern SPECIAL =
      Pattern.compile(
          "~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
              + "|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
  private static final String SAFE = "_-^., \t";
  private static final String NOT_FIRST = "-?:\\,[]{}#&*!|>'\"%@`";

  private YamlScalar() {}

  static String of(String text) {
    if (text.chars().anyMatch(c -> c < ' ' && c != '\t' || c >= 0x7F)) {
      return doubleQuoted(text);
    }
    return isPlain(text) ? text : "'" + text.replace("'", "''") + "'";
  }

  private static boolean isPlain(String text) {
    return !text.isEmpty()
        && text.strip().length() == text.length()
        && !SPECIAL.matcher(text).matches()
        && NOT_FIRST.indexOf(text.charAt(0)) < 0
        && text.chars().allMatch(c -> isAlphanumeric(c) || SAFE.indexOf(c) >= 0);
  }

  private static boolean isAlphanumeric(int c) {
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  private static String doubleQuoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              switch (c) {
                case '\\', '"' -> quoted.append('\\').append((char) c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                  if (c < ' ' || c == 0x7F) {
                    quoted.append("\\x%02X".formatted(c));
                  } else {
                    quoted.append((char) c);
                  }
                }
              }
            });
    return quoted.append('"').toString();
  }
}
