package dev.profdata.indexed.merge;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;

/**
 * Unsigned 64-bit arithmetic that stops at a ceiling instead of wrapping.
 *
 * <p>A result below its operands, or above the ceiling, is brought to the ceiling. Callers that
 * must tell an overflow compare with {@link #overflows}.
 */
final class SaturatingMath {
  /** The largest ordinary counter of releases that reserve two values for pseudo counts. */
  private static final long RESERVED_CEILING = -3;

  private static final long FULL_CEILING = -1;

  private SaturatingMath() {}

  /** Returns the largest counter that a merge by this release makes, unsigned. */
  static long ceiling(LlvmRelease release) {
    return release.follows(ReleaseRule.RESERVED_COUNTS) ? RESERVED_CEILING : FULL_CEILING;
  }

  /** Returns {@code a * b}, at most 2^64-1. */
  static long multiply(long a, long b) {
    return productOverflows(a, b) ? -1 : a * b;
  }

  /** Returns {@code own + other * weight}, at most 2^64-1; the product stops there first. */
  static long multiplyAdd(long own, long other, long weight) {
    if (weight != 1 && productOverflows(other, weight)) {
      return -1;
    }
    long sum = own + other * weight;
    return Long.compareUnsigned(sum, own) < 0 ? -1 : sum;
  }

  /** Tells whether {@link #multiplyAdd} had to stop. */
  static boolean overflows(long own, long other, long weight) {
    return weight != 1 && productOverflows(other, weight)
        || Long.compareUnsigned(own + other * weight, own) < 0;
  }

  /** Tells whether {@link #multiply} had to stop. */
  static boolean productOverflows(long a, long b) {
    return b != 1 && multiplyHigh(a, b) != 0;
  }

  /** Returns the upper half of the unsigned product. */
  private static long multiplyHigh(long a, long b) {
    return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
  }
}
