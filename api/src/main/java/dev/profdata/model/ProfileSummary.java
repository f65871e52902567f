package dev.profdata.model;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sums and extremes of the counters of a profile, and how few of them make up how much of the total
 * (LLVM's {@code ProfileSummary}); the rules stand in {@code docs/indexed.md}, section "Parts".
 *
 * @param functions number of functions
 * @param blocks number of counters
 * @param maxFunctionCount largest first counter of a function, unsigned
 * @param maxBlockCount largest counter, unsigned
 * @param maxInternalBlockCount largest counter but the first of each function, unsigned
 * @param totalCount sum of all counters modulo 2^64
 * @param entries one for each cutoff, ascending
 * @since 0.1
 */
public record ProfileSummary(
    long functions,
    long blocks,
    long maxFunctionCount,
    long maxBlockCount,
    long maxInternalBlockCount,
    long totalCount,
    List<Entry> entries) {
  /** Cutoffs are parts of this number. */
  public static final int SCALE = 1_000_000;

  /** The cutoffs that LLVM writes into indexed profiles, since release 7. */
  public static final List<Integer> DEFAULT_CUTOFFS =
      List.of(
          10_000, 100_000, 200_000, 300_000, 400_000, 500_000, 600_000, 700_000, 800_000, 900_000,
          950_000, 990_000, 999_000, 999_900, 999_990, 999_999);

  private static final List<Integer> EARLY_CUTOFFS =
      Stream.concat(DEFAULT_CUTOFFS.stream(), Stream.of(500_000, 600_000)).sorted().toList();

  private static final long PSEUDO_WARM = -2;

  /** Copies the list. */
  public ProfileSummary {
    entries = List.copyOf(entries);
  }

  /**
   * The largest counters that together reach a part of the total.
   *
   * @param cutoff the part, in millionths
   * @param minCount the smallest of these counters, unsigned
   * @param counters how many they are
   */
  public record Entry(int cutoff, long minCount, long counters) {}

  /** Returns the cutoffs that {@code release} writes into indexed profiles, ascending. */
  public static List<Integer> cutoffs(LlvmRelease release) {
    return release.follows(ReleaseRule.CUTOFFS_ONCE) ? DEFAULT_CUTOFFS : EARLY_CUTOFFS;
  }

  /** Returns a builder that counts as {@code release} does, with its cutoffs. */
  public static Builder builder(LlvmRelease release) {
    return new Builder(release);
  }

  /** Tells whether a first counter marks its function as hot or warm instead of counting. */
  public static boolean isPseudoCount(long firstCounter) {
    return Long.compareUnsigned(firstCounter, PSEUDO_WARM) >= 0;
  }

  /** Adds functions up. Confined to one thread. */
  public static final class Builder {
    private final boolean pseudoCounts;
    private final CountFrequencies frequencies = new CountFrequencies();
    private List<Integer> cutoffs;
    private long functions;
    private long blocks;
    private long maxFunctionCount;
    private long maxInternalBlockCount;
    private long totalCount;

    private Builder(LlvmRelease release) {
      this.pseudoCounts = release.follows(ReleaseRule.PSEUDO_COUNTS);
      this.cutoffs = ProfileSummary.cutoffs(release);
    }

    /** Sets the cutoffs, in millionths, ascending. */
    public Builder cutoffs(List<Integer> millionths) {
      this.cutoffs = List.copyOf(millionths);
      return this;
    }

    /** Adds all counters of a row. */
    public Builder add(ProfileImage image, int row) {
      int start = image.functions().counterStart(row);
      int count = image.functions().counterCount(row);
      ImageCounts counts = image.counts();
      if (pseudoCounts && count > 0 && isPseudoCount(counts.counter(start))) {
        return this;
      }
      functions++;
      for (int i = 0; i < count; i++) {
        addCounter(counts.counter(start + i), i == 0);
      }
      return this;
    }

    private void addCounter(long counter, boolean entry) {
      if (!pseudoCounts && counter == -1) {
        return;
      }
      totalCount += counter;
      blocks++;
      frequencies.add(counter);
      if (entry) {
        maxFunctionCount = maxUnsigned(maxFunctionCount, counter);
      } else {
        maxInternalBlockCount = maxUnsigned(maxInternalBlockCount, counter);
      }
    }

    private static long maxUnsigned(long a, long b) {
      return Long.compareUnsigned(a, b) >= 0 ? a : b;
    }

    /** Returns the summary of all that was added. */
    public ProfileSummary build() {
      return new ProfileSummary(
          functions,
          blocks,
          maxFunctionCount,
          maxUnsigned(maxFunctionCount, maxInternalBlockCount),
          maxInternalBlockCount,
          totalCount,
          entries());
    }

    private List<Entry> entries() {
      long[] counts = frequencies.descending();
      List<Entry> entries = new ArrayList<>();
      int next = 0;
      long sum = 0;
      long seen = 0;
      long minCount = 0;
      for (int cutoff : cutoffs) {
        long wanted = part(totalCount, cutoff);
        while (Long.compareUnsigned(sum, wanted) < 0 && next < counts.length) {
          minCount = counts[next++];
          long frequency = frequencies.frequency(minCount);
          sum += minCount * frequency;
          seen += frequency;
        }
        entries.add(new Entry(cutoff, minCount, seen));
      }
      return entries;
    }

    private static long part(long total, int cutoff) {
      return new BigInteger(Long.toUnsignedString(total))
          .multiply(BigInteger.valueOf(cutoff))
          .divide(BigInteger.valueOf(SCALE))
          .longValue();
    }
  }
}
