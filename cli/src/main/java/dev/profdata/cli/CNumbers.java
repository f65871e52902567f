package dev.profdata.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as C's {@code printf} writes them: rounded from their exact binary value, half to even,
 * where Java rounds the shortest decimal form, half up.
 */
final class CNumbers {
  private static final int SIGNIFICANT_DIGITS = 6;
  private static final int DECIMALS = 6;
  private static final int LEAST_PLAIN_EXPONENT = -4;

  private CNumbers() {}

  /** Returns {@code part * 100.0 / whole} as {@code %.2f%%} prints it. */
  static String percent(long part, long whole) {
    return fixed(toDouble(part) * 100.0 / toDouble(whole), 2) + "%";
  }

  /** Returns a number with so many decimals, as {@code %.<decimals>f} prints it. */
  static String fixed(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Returns a number as {@code %g} prints it. */
  static String general(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN));
    int exponent = exponentOf(rounded);
    if (exponent >= LEAST_PLAIN_EXPONENT && exponent < SIGNIFICANT_DIGITS) {
      return rounded.stripTrailingZeros().toPlainString();
    }
    return scientific(rounded.movePointLeft(exponent).stripTrailingZeros(), exponent);
  }

  /** Returns a number as {@code %e} prints it. */
  static String exponential(double value) {
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(DECIMALS + 1, RoundingMode.HALF_EVEN));
    int exponent = value == 0 ? 0 : exponentOf(rounded);
    return scientific(rounded.movePointLeft(exponent).setScale(DECIMALS), exponent);
  }

  private static int exponentOf(BigDecimal number) {
    return number.precision() - number.scale() - 1;
  }

  private static String scientific(BigDecimal digits, int exponent) {
    return "%se%s%02d"
        .formatted(digits.toPlainString(), exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  /** Returns an unsigned number as the nearest double. */
  static double toDouble(long unsigned) {
    if (unsigned >= 0) {
      return unsigned;
    }
    // Half of it with the lost bit kept sticky rounds the same way.
    return (double) (unsigned >>> 1 | unsigned & 1) * 2;
  }
}
