package dev.profdata.cli.report;

import java.math.BigInteger;
import java.util.Locale;

/** Numbers as the page shows them, the same in every locale. */
final class Numbers {
  private static final double HUNDRED = 100;
  private static final double LEAST_SHOWN_PERCENT = 0.01;
  private static final double LEAST_SHOWN_RATIO = 0.01;
  private static final double LARGEST_SHOWN_RATIO = 1000;

  private Numbers() {}

  /** Returns a signed number with its digits in groups of three. */
  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns an unsigned number with its digits in groups of three. */
  static String unsigned(long unsigned) {
    return grouped(UnsignedSum.toBigInteger(unsigned));
  }

  static String grouped(BigInteger number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns how many of all are not shown, empty if none. */
  static String more(long all, long shown) {
    return all > shown ? grouped(all - shown) : "";
  }

  /** Returns {@code 3 of 7}. */
  static String of(long part, long whole) {
    return grouped(part) + " of " + grouped(whole);
  }

  /** Returns a part, from 0 to 1, in percent with two decimals. */
  static String percent(double part) {
    double percent = part * HUNDRED;
    if (percent > 0 && percent < LEAST_SHOWN_PERCENT) {
      return "<0.01%";
    }
    return String.format(Locale.ROOT, "%.2f%%", percent);
  }

  static String percent(BigInteger part, BigInteger whole) {
    return percent(whole.signum() == 0 ? 0 : part.doubleValue() / whole.doubleValue());
  }

  static String percent(long part, long whole) {
    return percent(whole == 0 ? 0 : (double) part / whole);
  }

  /** Returns a difference of two parts in percentage points, with its sign. */
  static String points(double difference) {
    return String.format(Locale.ROOT, "%+.2f", difference * HUNDRED).replace('-', '\u2212');
  }

  /** Returns a factor with two decimals. */
  static String ratio(double ratio) {
    if (ratio < LEAST_SHOWN_RATIO) {
      return "<\u00d70.01";
    }
    return ratio >= LARGEST_SHOWN_RATIO
        ? ">\u00d71,000"
        : String.format(Locale.ROOT, "\u00d7%.2f", ratio);
  }

  /** Returns the width of a bar in percent, empty if there is nothing to be seen. */
  static String bar(double part) {
    return part > 0 ? decimal(part * HUNDRED) : "";
  }

  /** Returns a length as style sheets and drawings want it. */
  static String decimal(double length) {
    return String.format(Locale.ROOT, "%.1f", length);
  }
}
