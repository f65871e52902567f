package dev.profdata.cli;

import dev.profdata.model.ProfileName;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Prints text and names; names pass through byte by byte, whatever their encoding. */
final class Printer {
  private static final int BUFFER_BYTES = 1 << 16;

  private final OutputStream out;

  Printer(OutputStream out) {
    this.out = new BufferedOutputStream(out, BUFFER_BYTES);
  }

  Printer text(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Printer line(String text) throws IOException {
    return text(text).text("\n");
  }

  /** Prints a number, unsigned. */
  Printer number(long unsigned) throws IOException {
    return text(Long.toUnsignedString(unsigned));
  }

  Printer name(ProfileName name) throws IOException {
    out.write(name.bytes());
    return this;
  }

  void flush() throws IOException {
    out.flush();
  }
}
