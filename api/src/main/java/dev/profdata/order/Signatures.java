package dev.profdata.order;

/**
 * How many functions with a utility are in the left and in the right half, and what moving one of
 * them gains (LLVM's {@code UtilitySignature}). Sums are floats, added in LLVM's sequence.
 */
final class Signatures {
  private final int[] left;
  private final int[] right;
  private final float[] leftGain;
  private final float[] rightGain;
  private final boolean[] known;

  Signatures(int utilities) {
    left = new int[utilities];
    right = new int[utilities];
    leftGain = new float[utilities];
    rightGain = new float[utilities];
    known = new boolean[utilities];
  }

  void add(int[] utilities, boolean toLeft) {
    int[] half = toLeft ? left : right;
    for (int utility : utilities) {
      half[utility]++;
    }
  }

  void move(int[] utilities, boolean fromLeft) {
    int[] from = fromLeft ? left : right;
    int[] to = fromLeft ? right : left;
    for (int utility : utilities) {
      from[utility]--;
      to[utility]++;
      known[utility] = false;
    }
  }

  /** Computes the gains of all utilities whose functions have moved. */
  void refreshGains() {
    for (int utility = 0; utility < known.length; utility++) {
      if (!known[utility]) {
        int l = left[utility];
        int r = right[utility];
        float cost = LogCost.of(l, r);
        leftGain[utility] = l > 0 ? cost - LogCost.of(l - 1, r + 1) : 0;
        rightGain[utility] = r > 0 ? cost - LogCost.of(l + 1, r - 1) : 0;
        known[utility] = true;
      }
    }
  }

  float sumOfGains(int[] utilities, boolean fromLeft) {
    float[] gains = fromLeft ? leftGain : rightGain;
    float sum = 0;
    for (int utility : utilities) {
      sum += gains[utility];
    }
    return sum;
  }
}
