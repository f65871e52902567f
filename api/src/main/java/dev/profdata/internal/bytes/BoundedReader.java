package dev.profdata.internal.bytes;

import dev.profdata.io.ErrorKind;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileSection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads numbers of a section of an input, and nothing outside of it.
 *
 * <p>Positions are absolute offsets in the input. Every reader has a position of its own; several
 * may read the same input. A read past the end of the section is a {@link ErrorKind#TRUNCATED}
 * error that names the section and the offset. Confined to one thread.
 */
public final class BoundedReader {
  private static final int WINDOW = 1 << 30;

  /** Up to so many numbers are read one by one, which needs no object. */
  private static final int FEW = 64;

  private final ProfileInput input;
  private final ByteOrder order;
  private final ProfileSection section;
  private long start;
  private long end;
  private long position;
  private ByteBuffer window = ByteBuffer.allocate(0);
  private long windowStart;
  private long windowEnd;

  private BoundedReader(
      ProfileInput input, ByteOrder order, ProfileSection section, long start, long end) {
    this.input = input;
    this.order = order;
    this.section = section;
    this.start = start;
    this.end = end;
    this.position = start;
  }

  /** Returns a reader of a whole input. */
  public static BoundedReader of(ProfileInput input, ByteOrder order, ProfileSection section) {
    return new BoundedReader(input, order, section, 0, input.size());
  }

  /**
   * Returns a reader of a part of the input, positioned at its start.
   *
   * @throws IllegalArgumentException if the part is not within this reader's own
   */
  public BoundedReader section(ProfileSection part, long from, long length) {
    if (from < start || length < 0 || from > end - length) {
      throw new IllegalArgumentException(
          "section %s: 0x%x + %d is not within 0x%x to 0x%x"
              .formatted(part, from, length, start, end));
    }
    BoundedReader reader = new BoundedReader(input, order, part, from, from + length);
    reader.window = window.duplicate().order(order);
    reader.windowStart = windowStart;
    reader.windowEnd = windowEnd;
    return reader;
  }

  /** Makes this reader one of another part of the input, positioned at its start. */
  public void slide(long from, long length) {
    if (from < 0 || length < 0 || from > input.size() - length) {
      throw new IllegalArgumentException(
          "0x%x + %d is not within the input".formatted(from, length));
    }
    start = from;
    end = from + length;
    position = from;
  }

  /** Returns the name of the input. */
  public String source() {
    return input.name();
  }

  /** Returns which part of the file this is. */
  public ProfileSection section() {
    return section;
  }

  /** Returns the byte order of all numbers. */
  public ByteOrder order() {
    return order;
  }

  /** Returns the offset of the first byte of the section. */
  public long start() {
    return start;
  }

  /** Returns the offset after the last byte of the section. */
  public long end() {
    return end;
  }

  /** Returns the offset of the byte that is read next. */
  public long position() {
    return position;
  }

  /** Returns how many bytes of the section are left. */
  public long remaining() {
    return end - position;
  }

  /** Moves to an absolute offset within the section or to its end. */
  public void seek(long offset) throws IOException {
    if (offset < start || offset > end) {
      throw error(
          ErrorKind.TRUNCATED,
          offset,
          "0x%x is outside of the section, which is 0x%x to 0x%x".formatted(offset, start, end));
    }
    position = offset;
  }

  /** Moves forward. */
  public void skip(long bytes) throws IOException {
    if (bytes < 0 || bytes > remaining()) {
      throw tooShort(bytes);
    }
    position += bytes;
  }

  /** Reads an unsigned byte. */
  public int u8() throws IOException {
    return window(1).get(advance(1)) & 0xFF;
  }

  /**
   * Returns a buffer that holds the next bytes, without moving.
   *
   * <p>They stand from {@link #viewIndex} on. The buffer is that of the reader: to be read by index
   * only, and only until the reader reads on.
   */
  public ByteBuffer view(int bytes) throws IOException {
    return window(bytes);
  }

  /** Returns the index in {@link #view} of the byte that is read next. */
  public int viewIndex() {
    return (int) (position - windowStart);
  }

  /** Returns the absolute offset of what stands at an index of {@link #view}. */
  public long offsetOfView(int index) {
    return windowStart + index;
  }

  /** Reads an unsigned 16-bit number. */
  public int u16() throws IOException {
    return window(Short.BYTES).getShort(advance(Short.BYTES)) & 0xFFFF;
  }

  /** Reads an unsigned 32-bit number. */
  public long u32() throws IOException {
    return window(Integer.BYTES).getInt(advance(Integer.BYTES)) & 0xFFFF_FFFFL;
  }

  /** Reads a 64-bit number. */
  public long u64() throws IOException {
    return window(Long.BYTES).getLong(advance(Long.BYTES));
  }

  /** Reads an unsigned number of 4 or 8 bytes. */
  public long pointer(int bytes) throws IOException {
    return bytes == Integer.BYTES ? u32() : u64();
  }

  /** Reads bytes. */
  public void bytes(byte[] target, int at, int length) throws IOException {
    ByteBuffer source = window(length);
    source.get(advance(length), target, at, length);
  }

  /** Reads bytes into a new array; the length is checked before it is allocated. */
  public byte[] bytes(long length) throws IOException {
    if (length < 0 || length > remaining()) {
      throw tooShort(length);
    }
    if (length > Integer.MAX_VALUE - Long.BYTES) {
      throw error(ErrorKind.TOO_LARGE, position, length + " bytes in one piece");
    }
    byte[] target = new byte[(int) length];
    bytes(target, 0, target.length);
    return target;
  }

  /** Reads 64-bit numbers in one go. */
  public void longs(long[] target, int at, int count) throws IOException {
    int done = 0;
    if (count <= FEW) {
      ByteBuffer source = window(count * Long.BYTES);
      int index = (int) (position - windowStart);
      for (; done < count; done++, index += Long.BYTES) {
        target[at + done] = source.getLong(index);
      }
      position += (long) count * Long.BYTES;
    }
    while (done < count) {
      int piece = Math.min(count - done, WINDOW / 2 / Long.BYTES);
      ByteBuffer source = window(piece * Long.BYTES);
      source.position(advance(piece * Long.BYTES));
      source.asLongBuffer().get(target, at + done, piece);
      done += piece;
    }
  }

  /**
   * Reads one number from each of a run of records, wherever this reader stands.
   *
   * @param target takes the numbers, unsigned
   * @param records how many records
   * @param at offset of the first number
   * @param stride distance from number to number in bytes
   * @param bytes size of a number: 2, 4 or 8
   */
  public void column(long[] target, int records, long at, int stride, int bytes)
      throws IOException {
    int perWindow = WINDOW / stride;
    for (int first = 0; first < records; first += perWindow) {
      int rows = Math.min(perWindow, records - first);
      seek(at + (long) first * stride);
      ByteBuffer source = window((rows - 1) * stride + bytes);
      int index = (int) (position - windowStart);
      for (int row = first; row < first + rows; row++, index += stride) {
        target[row] = number(source, index, bytes);
      }
    }
  }

  private static long number(ByteBuffer source, int index, int bytes) {
    return switch (bytes) {
      case Long.BYTES -> source.getLong(index);
      case Integer.BYTES -> source.getInt(index) & 0xFFFF_FFFFL;
      default -> source.getShort(index) & 0xFFFF;
    };
  }

  /** Tells whether the next bytes are these, and moves behind them if so. */
  public boolean skipIfEqual(byte[] expected) throws IOException {
    if (expected.length > remaining()) {
      return false;
    }
    ByteBuffer source = window(expected.length);
    int index = (int) (position - windowStart);
    boolean equal = source.slice(index, expected.length).equals(ByteBuffer.wrap(expected));
    position += equal ? expected.length : 0;
    return equal;
  }

  /** Reads an unsigned number in LEB128. */
  public long uleb128() throws IOException {
    long began = position;
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int next = u8();
      long bits = next & 0x7F;
      if (shift >= Long.SIZE ? bits != 0 : bits << shift >>> shift != bits) {
        throw error(ErrorKind.MALFORMED, began, "LEB128 number has more than 64 bits");
      }
      value |= shift >= Long.SIZE ? 0 : bits << shift;
      if ((next & 0x80) == 0) {
        return value;
      }
    }
  }

  /** Moves over zero bytes, at most to the end of the section. */
  public void skipZeros() throws IOException {
    while (position < end && window(1).get((int) (position - windowStart)) == 0) {
      position++;
    }
  }

  /** Returns an error of this input at an absolute offset in this section. */
  public MalformedProfileException error(ErrorKind kind, long offset, String detail) {
    return new MalformedProfileException(kind, source(), detail, section, offset);
  }

  private MalformedProfileException tooShort(long wanted) {
    return error(
        ErrorKind.TRUNCATED,
        position,
        "%s bytes are wanted, %d are left".formatted(Long.toUnsignedString(wanted), remaining()));
  }

  /** Returns a buffer that holds the next bytes, from index position - windowStart on. */
  private ByteBuffer window(int bytes) throws IOException {
    // Short, so that compilers put it into their callers.
    long last = position + bytes;
    return position >= windowStart && last <= windowEnd && last <= end ? window : next(bytes);
  }

  private ByteBuffer next(int bytes) throws IOException {
    if (bytes > end - position) {
      throw tooShort(bytes);
    }
    int length = (int) Math.min(input.size() - position, Math.max(bytes, WINDOW));
    windowStart = position;
    windowEnd = position + length;
    window = input.slice(position, length).order(order);
    return window;
  }

  /** Moves on and returns the index in the window of the byte that was next. */
  private int advance(int bytes) {
    int index = (int) (position - windowStart);
    position += bytes;
    return index;
  }
}
