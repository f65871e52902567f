package dev.profdata.raw;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileInput;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;

/** Pointer width and byte order of an image; its magic tells both. */
enum RawEncoding {
  LITTLE_64(64, ByteOrder.LITTLE_ENDIAN),
  BIG_64(64, ByteOrder.BIG_ENDIAN),
  LITTLE_32(32, ByteOrder.LITTLE_ENDIAN),
  BIG_32(32, ByteOrder.BIG_ENDIAN);

  private static final long MAGIC_64 = 0xFF6C_7072_6F66_7281L;
  private static final long MAGIC_32 = 0xFF6C_7072_6F66_5281L;

  private final int pointerBits;
  private final boolean bigEndian;

  RawEncoding(int pointerBits, ByteOrder order) {
    this.pointerBits = pointerBits;
    this.bigEndian = order.equals(ByteOrder.BIG_ENDIAN);
  }

  /** Returns the encoding whose magic stands at an offset, if eight bytes are there. */
  static Optional<RawEncoding> at(ProfileInput input, long offset) throws IOException {
    if (input.size() - offset < Long.BYTES) {
      return Optional.empty();
    }
    long bigEndian = input.slice(offset, Long.BYTES).getLong(0);
    for (RawEncoding encoding : values()) {
      if (encoding.magicBigEndian() == bigEndian) {
        return Optional.of(encoding);
      }
    }
    return Optional.empty();
  }

  static RawEncoding of(ProfileFormat format) {
    boolean big = format.byteOrder().equals(ByteOrder.BIG_ENDIAN);
    return switch (format.pointerBits()) {
      case 32 -> big ? BIG_32 : LITTLE_32;
      default -> big ? BIG_64 : LITTLE_64;
    };
  }

  /** Returns the magic as a number in this encoding's byte order. */
  long magic() {
    return pointerBits == 64 ? MAGIC_64 : MAGIC_32;
  }

  private long magicBigEndian() {
    return bigEndian ? magic() : Long.reverseBytes(magic());
  }

  int pointerBytes() {
    return pointerBits / Byte.SIZE;
  }

  int pointerBits() {
    return pointerBits;
  }

  ByteOrder order() {
    return bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  /** Returns the mask of the bits of a pointer. */
  long pointerMask() {
    return pointerBits == 64 ? -1 : 0xFFFF_FFFFL;
  }

  /** Returns a difference of pointers as a signed number, whatever it wrapped around. */
  long signed(long difference) {
    return pointerBits == 64 ? difference : (int) difference;
  }
}
