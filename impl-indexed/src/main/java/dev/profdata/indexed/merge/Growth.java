package dev.profdata.indexed.merge;

/** How arrays grow: to the double, or to what is needed. */
final class Growth {
  private static final int LARGEST = Integer.MAX_VALUE - Long.BYTES;

  private Growth() {}

  /**
   * Returns the new length of an array.
   *
   * @throws ArithmeticException if no array can be so long; inputs are refused before by their
   *     readers, so only the sum of very many can come to that
   */
  static int of(int length, long needed) {
    if (needed > LARGEST) {
      throw new ArithmeticException("a sum of more than %d elements".formatted(LARGEST));
    }
    return (int) Math.max(needed, Math.min(length * 2L, LARGEST));
  }
}
