package dev.profdata.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Optional;

/** Standard output: bytes where there is a process, characters where there is a writer. */
final class StandardOutput implements AutoCloseable {
  private static final String NAME = "standard output";
  private static final String NOBODY_READS = "Broken pipe";

  private final OutputStream text;
  private final Optional<OutputStream> binary;
  private Optional<IOException> failure = Optional.empty();

  private StandardOutput(OutputStream stream, boolean takesBytes) {
    this.text = new Named(stream);
    this.binary = takesBytes ? Optional.of(text) : Optional.empty();
  }

  /** Returns the output of a process, which takes any bytes. */
  static StandardOutput ofBytes(OutputStream stream) {
    return new StandardOutput(stream, true);
  }

  /** Returns an output for text only; the bytes of a line are read as UTF-8. */
  static StandardOutput ofWriter(PrintWriter writer) {
    return new StandardOutput(new WriterStream(writer), false);
  }

  /** Returns the stream that takes text in UTF-8. */
  OutputStream text() {
    return text;
  }

  /** Returns the stream that takes a binary profile, empty if only text can be taken. */
  Optional<OutputStream> binary() {
    return binary;
  }

  /** Returns the first failure to write, which those that print may not have told. */
  Optional<IOException> failure() {
    return failure;
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

  /** Nobody reads on, as with {@code | head}: the rest is not wanted. */
  static final class ClosedException extends IOException {
    private static final long serialVersionUID = 1;

    ClosedException(IOException cause) {
      super(NAME + ": " + NOBODY_READS, cause);
    }
  }

  /** Tells what failed, which a stream does not know. */
  private final class Named extends OutputStream {
    private final OutputStream stream;

    Named(OutputStream stream) {
      this.stream = stream;
    }

    @Override
    public void write(int value) throws IOException {
      try {
        stream.write(value);
      } catch (IOException e) {
        throw keep(e);
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        stream.write(bytes, offset, length);
      } catch (IOException e) {
        throw keep(e);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        stream.flush();
      } catch (IOException e) {
        throw keep(e);
      }
    }

    private IOException keep(IOException e) {
      String reason = Failures.oneLine(e.getMessage());
      IOException named;
      if (reason.equals(NOBODY_READS)) {
        named = new ClosedException(e);
      } else {
        named = new FileSystemException(NAME, null, reason + ": write elsewhere");
        named.initCause(e);
      }
      failure = failure.or(() -> Optional.of(named));
      return named;
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
