package dev.profdata.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The opened bytes of a source, of any size.
 *
 * <p>Slices may be asked for by several threads; each slice is confined to the thread that uses it.
 *
 * @since 0.1
 */
public final class ProfileInput implements Closeable {
  private final String name;
  private final long size;
  private final Region region;

  private ProfileInput(String name, long size, Region region) {
    this.name = name;
    this.size = size;
    this.region = region;
  }

  static ProfileInput ofBuffer(String name, ByteBuffer content) {
    return new ProfileInput(name, content.remaining(), new BufferRegion(content));
  }

  static ProfileInput mapped(String name, FileChannel channel) throws IOException {
    return new ProfileInput(name, channel.size(), new MappedRegion(channel));
  }

  /** Returns the name of the source. */
  public String name() {
    return name;
  }

  /** Returns the number of bytes. */
  public long size() {
    return size;
  }

  /**
   * Returns bytes as a read-only buffer of exactly this length.
   *
   * @param at offset of the first byte
   * @throws IndexOutOfBoundsException unless all bytes lie within the input
   */
  public ByteBuffer slice(long at, int length) throws IOException {
    if (at < 0 || length < 0 || at > size - length) {
      throw new IndexOutOfBoundsException("%d bytes at %d of %d bytes".formatted(length, at, size));
    }
    return region.slice(at, length);
  }

  @Override
  public void close() throws IOException {
    region.close();
  }

  private sealed interface Region extends Closeable {
    ByteBuffer slice(long at, int length) throws IOException;
  }

  private record BufferRegion(ByteBuffer content) implements Region {
    @Override
    public ByteBuffer slice(long at, int length) {
      return content.slice(content.position() + (int) at, length);
    }

    @Override
    public void close() {}
  }

  private record MappedRegion(FileChannel channel) implements Region {
    @Override
    public ByteBuffer slice(long at, int length) throws IOException {
      return channel.map(FileChannel.MapMode.READ_ONLY, at, length);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
