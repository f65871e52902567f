package dev.profdata.indexed.text;

import java.util.OptionalLong;

/** Numbers of text profiles, which fill their field to the last byte and have no sign. */
final class TextNumber {
  private static final int DECIMAL = 10;

  /** So many decimal digits make a number below 2^63. */
  private static final int SMALL_DIGITS = 18;

  private TextNumber() {}

  /** Returns a decimal number up to 2^64-1. */
  static OptionalLong decimal(byte[] bytes, int start, int end) {
    return end - start > SMALL_DIGITS || start >= end
        ? digits(bytes, start, end, DECIMAL)
        : smallDecimal(bytes, start, end);
  }

  private static OptionalLong smallDecimal(byte[] bytes, int start, int end) {
    long value = 0;
    for (int i = start; i < end; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit >= DECIMAL) {
        return OptionalLong.empty();
      }
      value = value * DECIMAL + digit;
    }
    return OptionalLong.of(value);
  }

  /** Returns a decimal number up to 2^32-1. */
  static OptionalLong decimal32(byte[] bytes, int start, int end) {
    OptionalLong value = decimal(bytes, start, end);
    return value.isPresent() && value.getAsLong() >>> Integer.SIZE == 0
        ? value
        : OptionalLong.empty();
  }

  /** Returns a number whose prefix tells its base: 0x, 0b, 0o, 0, or none for decimal. */
  static OptionalLong anyBase(byte[] bytes, int start, int end) {
    if (end - start >= 2 && bytes[start] == '0') {
      return switch (bytes[start + 1]) {
        case 'x', 'X' -> digits(bytes, start + 2, end, 16);
        case 'b', 'B' -> digits(bytes, start + 2, end, 2);
        case 'o' -> digits(bytes, start + 2, end, 8);
        default -> digits(bytes, start + 1, end, 8);
      };
    }
    return decimal(bytes, start, end);
  }

  private static OptionalLong digits(byte[] bytes, int start, int end, int base) {
    if (start >= end) {
      return OptionalLong.empty();
    }
    long most = Long.divideUnsigned(-1, base);
    long value = 0;
    for (int i = start; i < end; i++) {
      int digit = Character.digit((char) (bytes[i] & 0xFF), base);
      if (bytes[i] < 0 || digit < 0 || Long.compareUnsigned(value, most) > 0) {
        return OptionalLong.empty();
      }
      long shifted = value * base;
      value = shifted + digit;
      if (Long.compareUnsigned(value, shifted) < 0) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.of(value);
  }
}
