package dev.profdata.cli;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Turns an extended POSIX regular expression into one of Java that finds the same.
 *
 * <p>Both work on bytes, here characters of ISO 8859-1. What differs is the backslash (POSIX knows
 * no classes behind it) and the bracket expression (POSIX knows neither nesting nor the backslash
 * in it, but named classes).
 */
final class PosixRegex {
  private static final String MSVC_NAME_START = "?";

  private final String source;
  private final StringBuilder java = new StringBuilder();
  private int at;

  private PosixRegex(String source) {
    this.source = source;
  }

  /**
   * Returns the pattern of an expression; a name mangled by Microsoft's rules is taken literally.
   *
   * @throws CommandFailedException if the expression is wrong
   */
  static Pattern compile(String expression) {
    String bytes =
        new String(expression.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    if (bytes.startsWith(MSVC_NAME_START)) {
      return Pattern.compile(bytes, Pattern.LITERAL);
    }
    try {
      return Pattern.compile(new PosixRegex(bytes).translate(), Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      throw new CommandFailedException(
          "'%s' is no regular expression: %s".formatted(expression, e.getDescription()));
    }
  }

  private String translate() {
    while (at < source.length()) {
      char next = source.charAt(at++);
      switch (next) {
        case '[' -> bracket();
        case '\\' -> escape();
        default -> java.append(next);
      }
    }
    return java.toString();
  }

  private void escape() {
    if (at == source.length()) {
      throw new PatternSyntaxException("trailing backslash", source, at);
    }
    appendLiteral(source.charAt(at++));
  }

  private void bracket() {
    java.append('[');
    if (accept('^')) {
      java.append('^');
    }
    boolean first = true;
    while (first || !accept(']')) {
      if (at == source.length()) {
        throw new PatternSyntaxException("brackets not balanced", source, at);
      }
      member();
      first = false;
    }
    java.append(']');
  }

  private void member() {
    int end = source.startsWith("[:", at) ? source.indexOf(":]", at) : -1;
    if (end > 0) {
      java.append("\\p{").append(className(source.substring(at + 2, end))).append('}');
      at = end + 2;
    } else if (isRange()) {
      appendLiteral(source.charAt(at));
      java.append('-');
      appendLiteral(source.charAt(at + 2));
      at += 3;
    } else {
      appendLiteral(source.charAt(at++));
    }
  }

  private boolean isRange() {
    return at + 2 < source.length() && source.charAt(at + 1) == '-' && source.charAt(at + 2) != ']';
  }

  private static String className(String posix) {
    return posix.equals("xdigit")
        ? "XDigit"
        : Character.toUpperCase(posix.charAt(0)) + posix.substring(1);
  }

  private boolean accept(char wanted) {
    boolean found = at < source.length() && source.charAt(at) == wanted;
    if (found) {
      at++;
    }
    return found;
  }

  private void appendLiteral(char literal) {
    if (!Character.isLetterOrDigit(literal)) {
      java.append('\\');
    }
    java.append(literal);
  }
}
