package dev.profdata.cli.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;

/**
 * Text of a profile for a page: markup is escaped, and what cannot be seen, or would turn the
 * direction of what can, is spelled out, for example {@code <U+0001>}.
 */
final class VisibleText implements Mustache.Escaper {
  private static final int PLANE_MASK = 0xFFFF;
  private static final int FIRST_NONCHARACTER = 0xFFFE;

  VisibleText() {}

  @Override
  public String escape(String raw) {
    return Escapers.HTML.escape(visible(raw));
  }

  static String visible(String raw) {
    if (raw.codePoints().noneMatch(VisibleText::isHidden)) {
      return raw;
    }
    StringBuilder text = new StringBuilder();
    raw.codePoints().forEach(point -> append(text, point));
    return text.toString();
  }

  private static void append(StringBuilder text, int point) {
    if (isHidden(point)) {
      text.append("<U+%04X>".formatted(point));
    } else {
      text.appendCodePoint(point);
    }
  }

  private static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> (point & PLANE_MASK) >= FIRST_NONCHARACTER;
    };
  }
}
