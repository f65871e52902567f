package dev.profdata.internal.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes numbers to a stream in one byte order and counts the bytes.
 *
 * <p>Confined to one thread. Call {@link #flush} at the end; the stream stays open.
 */
public final class ByteSink {
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final ByteBuffer buffer;
  private long flushed;

  /** Writes to a stream in this byte order. */
  public ByteSink(OutputStream out, ByteOrder order) {
    this(out, ByteBuffer.allocate(BUFFER).order(order));
  }

  private ByteSink(OutputStream out, ByteBuffer buffer) {
    this.out = out;
    this.buffer = buffer;
  }

  /** Writes to a buffer, in its byte order; more than it can take is an error of the caller. */
  public static ByteSink into(ByteBuffer target) {
    return new ByteSink(new Full(), target);
  }

  /** Goes to an index of the buffer that is written to. */
  public ByteSink moveTo(int index) {
    buffer.position(index);
    return this;
  }

  /** Returns the number of zero bytes that fill {@code size} up to a multiple of eight. */
  public static int padding(long size) {
    return (int) (-size & Long.BYTES - 1);
  }

  /** Returns how many bytes were written. */
  public long position() {
    return flushed + buffer.position();
  }

  /** Writes a byte. */
  public ByteSink u8(int value) throws IOException {
    room(1).put((byte) value);
    return this;
  }

  /** Writes a 16-bit number. */
  public ByteSink u16(int value) throws IOException {
    room(Short.BYTES).putShort((short) value);
    return this;
  }

  /** Writes a 32-bit number. */
  public ByteSink u32(long value) throws IOException {
    room(Integer.BYTES).putInt((int) value);
    return this;
  }

  /** Writes a 64-bit number. */
  public ByteSink u64(long value) throws IOException {
    room(Long.BYTES).putLong(value);
    return this;
  }

  /** Writes a number of 4 or 8 bytes. */
  public ByteSink pointer(long value, int bytes) throws IOException {
    return bytes == Integer.BYTES ? u32(value) : u64(value);
  }

  /** Writes bytes. */
  public ByteSink bytes(byte[] source) throws IOException {
    return bytes(source, 0, source.length);
  }

  /** Writes bytes. */
  public ByteSink bytes(byte[] source, int at, int length) throws IOException {
    if (length > buffer.remaining()) {
      flush();
    }
    if (length > buffer.capacity()) {
      out.write(source, at, length);
      flushed += length;
    } else {
      buffer.put(source, at, length);
    }
    return this;
  }

  /** Writes zero bytes. */
  public ByteSink zeros(long count) throws IOException {
    long left = count;
    for (; left >= Long.BYTES; left -= Long.BYTES) {
      u64(0);
    }
    for (; left > 0; left--) {
      u8(0);
    }
    return this;
  }

  /** Writes an unsigned number in LEB128. */
  public ByteSink uleb128(long value) throws IOException {
    long rest = value;
    while (rest >>> 7 != 0) {
      u8((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    return u8((int) rest);
  }

  /** Hands all bytes to the stream. */
  public void flush() throws IOException {
    out.write(buffer.array(), buffer.arrayOffset(), buffer.position());
    flushed += buffer.position();
    buffer.clear();
  }

  private ByteBuffer room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }

  /** What a buffer overflows into. */
  private static final class Full extends OutputStream {
    @Override
    public void write(int value) {
      throw new BufferOverflowException();
    }

    @Override
    public void write(byte[] bytes, int at, int length) {
      throw new BufferOverflowException();
    }
  }
}
