package dev.profdata.cli.report;

import java.math.BigInteger;

/** Adds unsigned numbers of 64 bits up without loss. Confined to one thread. */
final class UnsignedSum {
  private long low;
  private long carries;

  UnsignedSum() {}

  void add(long unsigned) {
    low += unsigned;
    if (Long.compareUnsigned(low, unsigned) < 0) {
      carries++;
    }
  }

  BigInteger value() {
    return BigInteger.valueOf(carries).shiftLeft(Long.SIZE).add(toBigInteger(low));
  }

  static BigInteger toBigInteger(long unsigned) {
    return unsigned >= 0
        ? BigInteger.valueOf(unsigned)
        : new BigInteger(Long.toUnsignedString(unsigned));
  }
}
