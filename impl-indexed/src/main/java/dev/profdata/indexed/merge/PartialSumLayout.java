package dev.profdata.indexed.merge;

/** What writer and reader of saved sums agree on. */
final class PartialSumLayout {
  /** Raised with every change: sums are for the days of one merge, not for the archive. */
  static final int VERSION = 1;

  static final int CHECKSUM_BYTES = Integer.BYTES;

  private static final byte[] MAGIC = {(byte) 0xFF, 'p', 'r', 'o', 'f', 's', 'u', 'm'};
  private static final int IMITATES = 1;
  private static final int HAS_INPUT = 1 << 1;
  private static final int HAS_FRONT_END = 1 << 2;
  private static final int IS_FRONT_END = 1 << 3;

  private PartialSumLayout() {}

  static byte[] magic() {
    return MAGIC.clone();
  }

  static int flags(SavedSum sum) {
    return (sum.imitates() ? IMITATES : 0)
        | (sum.kinds().hasInput() ? HAS_INPUT : 0)
        | (sum.kinds().hasFrontEnd() ? HAS_FRONT_END : 0)
        | (sum.kinds().sum().frontEnd() ? IS_FRONT_END : 0);
  }

  static boolean imitates(int flags) {
    return (flags & IMITATES) != 0;
  }

  static boolean hasInput(int flags) {
    return (flags & HAS_INPUT) != 0;
  }

  static boolean hasFrontEnd(int flags) {
    return (flags & HAS_FRONT_END) != 0;
  }

  static boolean isFrontEnd(int flags) {
    return (flags & IS_FRONT_END) != 0;
  }
}
