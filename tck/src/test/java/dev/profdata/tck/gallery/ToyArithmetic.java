package dev.profdata.tck.gallery;

import java.math.BigInteger;

/** How the toy engine adds; broken engines add otherwise. */
class ToyArithmetic {
  /** LLVM's largest count. */
  static final long CEILING = -3;

  private static BigInteger unsigned(long value) {
    return new BigInteger(Long.toUnsignedString(value));
  }

  private static long atMost(BigInteger sum, long ceiling) {
    return sum.min(unsigned(ceiling)).longValue();
  }

  static long multiply(long count, long weight, long ceiling) {
    return atMost(unsigned(count).multiply(unsigned(weight)), ceiling);
  }

  static long add(long a, long b, long ceiling) {
    return atMost(unsigned(a).add(unsigned(b)), ceiling);
  }

  long addCounter(long sum, long count, long weight) {
    return add(sum, multiply(count, weight, CEILING), CEILING);
  }

  byte addBits(byte sum, byte bits) {
    return (byte) (sum | bits);
  }

  long addValue(long sum, long count) {
    return add(sum, count, -1);
  }
}
