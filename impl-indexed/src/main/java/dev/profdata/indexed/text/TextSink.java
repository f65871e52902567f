package dev.profdata.indexed.text;

import dev.profdata.model.NameTable;
import java.io.IOException;
import java.io.OutputStream;

/** Writes lines without making strings of numbers. */
final class TextSink {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_NUMBER = 20;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private final byte[] digits = new byte[LONGEST_NUMBER];
  private int used;

  TextSink(OutputStream out) {
    this.out = out;
  }

  TextSink text(String ascii) throws IOException {
    for (int i = 0; i < ascii.length(); i++) {
      put((byte) ascii.charAt(i));
    }
    return this;
  }

  TextSink line(String ascii) throws IOException {
    return text(ascii).newLine();
  }

  TextSink newLine() throws IOException {
    put((byte) '\n');
    return this;
  }

  /** Writes an unsigned number in decimal. */
  TextSink number(long value) throws IOException {
    long rest = value;
    int at = LONGEST_NUMBER;
    do {
      digits[--at] = (byte) ('0' + Long.remainderUnsigned(rest, 10));
      rest = Long.divideUnsigned(rest, 10);
    } while (rest != 0);
    for (; at < LONGEST_NUMBER; at++) {
      put(digits[at]);
    }
    return this;
  }

  TextSink name(NameTable names, int name) throws IOException {
    for (int i = 0; i < names.length(name); i++) {
      put(names.byteAt(name, i));
    }
    return this;
  }

  void flush() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
  }

  private void put(byte value) throws IOException {
    if (used == BUFFER) {
      flush();
    }
    buffer[used++] = value;
  }
}
