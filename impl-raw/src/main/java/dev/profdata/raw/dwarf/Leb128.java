package dev.profdata.raw.dwarf;

import dev.profdata.internal.bytes.BoundedReader;
import java.io.IOException;

/** Numbers of any length, seven bits a byte. */
final class Leb128 {
  private static final int MORE = 0x80;
  private static final int SIGN = 0x40;

  private Leb128() {}

  static void skip(BoundedReader reader) throws IOException {
    int next;
    do {
      next = reader.u8();
    } while ((next & MORE) != 0);
  }

  /** Reads a signed number; what is beyond 64 bits is dropped. */
  static long signed(BoundedReader reader) throws IOException {
    long value = 0;
    int shift = 0;
    int next;
    do {
      next = reader.u8();
      if (shift < Long.SIZE) {
        value |= (long) (next & ~MORE) << shift;
        shift += 7;
      }
    } while ((next & MORE) != 0);
    return shift < Long.SIZE && (next & SIGN) != 0 ? value | -1L << shift : value;
  }
}
