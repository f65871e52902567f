package dev.profdata.order;

/** What it costs that a utility has functions in both halves: the uniform log-gap cost. */
final class LogCost {
  private static final double LOG_2 = StrictMath.log(2);
  private static final int CACHED = 16_384;
  private static final float[] CACHE = new float[CACHED];

  static {
    for (int i = 1; i < CACHED; i++) {
      CACHE[i] = computeLog2(i);
    }
  }

  private LogCost() {}

  /** Returns the cost of so many functions in the left and in the right half. */
  static float of(int left, int right) {
    return -(left * log2(left + 1) + right * log2(right + 1));
  }

  private static float log2(int number) {
    return number < CACHED ? CACHE[number] : computeLog2(number);
  }

  /** Rounded to a float, the quotient is what C's {@code log2} gives: the same up to 8,000,000. */
  private static float computeLog2(int number) {
    return (float) (StrictMath.log(number) / LOG_2);
  }
}
