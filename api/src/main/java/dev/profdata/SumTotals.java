package dev.profdata;

import dev.profdata.model.FunctionTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileSummary;

/**
 * How much is in a sum.
 *
 * @param functions how many function records it has
 * @param functionsRun how many of them have a counter above zero
 * @param counters how many counters it has
 * @param totalCount sum of all counters, at most 2^64-1, unsigned; marks of hot and warm functions
 *     (pseudo counts) are no counts
 * @param maxCount largest counter, unsigned
 * @since 0.1
 */
public record SumTotals(
    long functions, long functionsRun, long counters, long totalCount, long maxCount) {
  /** Nothing. */
  public static final SumTotals NONE = new SumTotals(0, 0, 0, 0, 0);

  /** Returns how much is in an image. */
  public static SumTotals of(ProfileImage image) {
    FunctionTable table = image.functions();
    long run = 0;
    long counters = 0;
    long total = 0;
    long max = 0;
    for (int row = 0; row < table.size(); row++) {
      int first = table.counterStart(row);
      int count = table.counterCount(row);
      counters += count;
      run += count > 0 && image.counts().counterBits(first, count) != 0 ? 1 : 0;
      if (count > 0 && ProfileSummary.isPseudoCount(image.counts().counter(first))) {
        continue;
      }
      for (int i = first; i < first + count; i++) {
        long counter = image.counts().counter(i);
        total = saturatedSum(total, counter);
        max = Long.compareUnsigned(counter, max) > 0 ? counter : max;
      }
    }
    return new SumTotals(table.size(), run, counters, total, max);
  }

  /** Returns both together. */
  public SumTotals plus(SumTotals other) {
    return new SumTotals(
        functions + other.functions,
        functionsRun + other.functionsRun,
        counters + other.counters,
        saturatedSum(totalCount, other.totalCount),
        Long.compareUnsigned(maxCount, other.maxCount) >= 0 ? maxCount : other.maxCount);
  }

  private static long saturatedSum(long one, long other) {
    long sum = one + other;
    return Long.compareUnsigned(sum, one) < 0 ? -1 : sum;
  }
}
