package dev.profdata.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/** The sources that {@link ProfileSource} offers. */
final class Sources {
  private static final int SMALLEST_BUFFER = 8192;
  private static final int LARGEST_GUESS = 1 << 30;
  private static final int PIECE = 1 << 18;

  private Sources() {}

  static void check(String name, long bytes, Limits limits) throws ProfileTooLargeException {
    limits.check(Limit.FILE_BYTES, bytes, name, ProfileSection.HEADER, 0);
  }

  record OfPath(Path path) implements ProfileSource {
    /** Above this size a file is mapped; below, reading is faster and safe against truncation. */
    private static final long MAPPING_THRESHOLD = 256L << 20;

    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public OptionalLong size() throws IOException {
      return OptionalLong.of(Files.size(path));
    }

    @Override
    public ProfileInput open() throws IOException {
      return open(Limits.DEFAULT);
    }

    @Override
    public ProfileInput open(Limits limits) throws IOException {
      return open(limits, ByteBuffer::allocate);
    }

    /** Opens the file, read into a buffer of at least the size that is asked for. */
    ProfileInput open(Limits limits, IntFunction<ByteBuffer> buffers) throws IOException {
      if (Files.isDirectory(path)) {
        throw new FileSystemException(name(), null, "Is a directory");
      }
      FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
      try {
        check(name(), channel.size(), limits);
        if (channel.size() > MAPPING_THRESHOLD) {
          return ProfileInput.mapped(name(), channel);
        }
        ByteBuffer content = readToEnd(name(), channel, channel.size(), limits, buffers);
        channel.close();
        return ProfileInput.ofBuffer(name(), content);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    }
  }

  record OfMappedPath(Path path) implements ProfileSource {
    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public OptionalLong size() throws IOException {
      return OptionalLong.of(Files.size(path));
    }

    @Override
    public ProfileInput open() throws IOException {
      return open(Limits.DEFAULT);
    }

    @Override
    public ProfileInput open(Limits limits) throws IOException {
      if (Files.isDirectory(path) || Files.size(path) == 0) {
        return new OfPath(path).open(limits);
      }
      check(name(), Files.size(path), limits);
      return ProfileInput.mapped(name(), FileChannel.open(path, StandardOpenOption.READ));
    }
  }

  record OfBuffer(String name, ByteBuffer content) implements ProfileSource {
    @Override
    public OptionalLong size() {
      return OptionalLong.of(content.remaining());
    }

    @Override
    public ProfileInput open() {
      return ProfileInput.ofBuffer(name, content);
    }
  }

  record OfStream(String name, InputStream stream) implements ProfileSource {
    @Override
    public ProfileInput open() throws IOException {
      return open(Limits.DEFAULT);
    }

    @Override
    public ProfileInput open(Limits limits) throws IOException {
      try (ReadableByteChannel channel = Channels.newChannel(stream)) {
        return ProfileInput.ofBuffer(
            name, readToEnd(name, channel, stream.available(), limits, ByteBuffer::allocate));
      }
    }
  }

  /**
   * Reads all that a channel gives.
   *
   * @param expected a guess at the size; one byte more is asked for, so that a right guess needs no
   *     second buffer
   */
  private static ByteBuffer readToEnd(
      String name,
      ReadableByteChannel channel,
      long expected,
      Limits limits,
      IntFunction<ByteBuffer> buffers)
      throws IOException {
    ByteBuffer content =
        buffers.apply((int) Math.min(Math.max(expected + 1, SMALLEST_BUFFER), LARGEST_GUESS));
    while (readPiece(channel, content) >= 0) {
      check(name, content.position(), limits);
      if (!content.hasRemaining()) {
        long doubled = Math.min(content.capacity() * 2L, Integer.MAX_VALUE - Long.BYTES);
        if (doubled == content.capacity()) {
          throw new IOException("more than 2 GiB from a source that cannot be mapped");
        }
        content = ByteBuffer.allocate((int) doubled).put(content.flip());
      }
    }
    return content.flip().asReadOnlyBuffer();
  }

  /** Reads at most a piece: the JDK copies what it reads, and keeps memory for the largest copy. */
  private static int readPiece(ReadableByteChannel channel, ByteBuffer content) throws IOException {
    content.limit((int) Math.min(content.position() + (long) PIECE, content.capacity()));
    int read = channel.read(content);
    content.limit(content.capacity());
    return read;
  }
}
