package dev.profdata.indexed.text;

import dev.profdata.io.ErrorKind;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileSection;

/**
 * The lines of a text profile, one at a time; empty lines and comments are not seen.
 *
 * <p>A line ends at {@code \n}, and a {@code \r} directly before that does not belong to it.
 * Confined to one thread.
 */
final class TextLines {
  private final String source;
  final byte[] bytes;
  int start;
  int end;
  private int next;
  private int number;
  private boolean atEnd;
  private boolean afterEmptyLine;

  TextLines(String source, byte[] bytes) {
    this.source = source;
    this.bytes = bytes;
    advance();
  }

  /** Moves to the next line that is neither empty nor a comment, or to the end. */
  void advance() {
    afterEmptyLine = false;
    do {
      if (next >= bytes.length) {
        start = bytes.length;
        end = bytes.length;
        atEnd = true;
        return;
      }
      start = next;
      end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      next = end + 1;
      number++;
      if (end > start && end < bytes.length && bytes[end - 1] == '\r') {
        end--;
      }
      afterEmptyLine |= end == start;
    } while (end == start || bytes[start] == '#');
  }

  String source() {
    return source;
  }

  boolean atEnd() {
    return atEnd;
  }

  /** Tells whether the file ends here, or with this line and without a line feed behind it. */
  boolean atEndOfFile() {
    return atEnd || next > bytes.length;
  }

  /** Tells whether an empty line stands between the last line and this one, or the end. */
  boolean isAfterEmptyLine() {
    return afterEmptyLine;
  }

  int length() {
    return end - start;
  }

  boolean startsWith(char first) {
    return !atEnd && bytes[start] == first;
  }

  /** Refuses to be at the end of the file. */
  void require(String wanted) throws MalformedProfileException {
    if (atEnd) {
      throw error(ErrorKind.TRUNCATED, "file ends where " + wanted + " should be");
    }
  }

  MalformedProfileException error(ErrorKind kind, String detail) {
    return new MalformedProfileException(
        kind, source, "line %d: %s".formatted(number, detail), ProfileSection.TEXT, start);
  }
}
