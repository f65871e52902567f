package dev.profdata.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Standard output: bytes where there is a process, characters where there is a writer. */
final class StandardOutput implements AutoCloseable {
  private final OutputStream text;
  private final Optional<OutputStream> binary;

  private StandardOutput(OutputStream text, Optional<OutputStream> binary) {
    this.text = text;
    this.binary = binary;
  }

  /** Returns the output of a process, which takes any bytes. */
  static StandardOutput ofBytes(OutputStream stream) {
    return new StandardOutput(stream, Optional.of(stream));
  }

  /** Returns an output for text only; the bytes of a line are read as UTF-8. */
  static StandardOutput ofWriter(PrintWriter writer) {
    return new StandardOutput(new WriterStream(writer), Optional.empty());
  }

  /** Returns the stream that takes text in UTF-8. */
  OutputStream text() {
    return text;
  }

  /** Returns the stream that takes a binary profile, empty if only text can be taken. */
  Optional<OutputStream> binary() {
    return binary;
  }

  /** Hands on what is left; the stream or writer below stays open. */
  @Override
  public void close() {
    try {
      text.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Decodes whole lines, so that no character is cut in two. */
  private static final class WriterStream extends OutputStream {
    private final PrintWriter writer;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    WriterStream(PrintWriter writer) {
      this.writer = writer;
    }

    @Override
    public void write(int value) {
      line.write(value);
      if (value == '\n') {
        handOn();
      }
    }

    private void handOn() {
      writer.print(line.toString(StandardCharsets.UTF_8));
      line.reset();
    }

    @Override
    public void flush() {
      handOn();
      writer.flush();
    }
  }
}
