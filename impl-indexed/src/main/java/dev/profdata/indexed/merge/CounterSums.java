package dev.profdata.indexed.merge;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.io.FindingKind;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.ProfileSummary;
import java.util.Arrays;

/** The counters of all places in one flat array. */
final class CounterSums {
  private static final int INITIAL = 1024;
  private static final long PSEUDO_HOT = -1;
  private static final long PSEUDO_WARM = -2;

  /** Two numbers of so many bits have a sum far below every ceiling. */
  private static final int SMALL_BITS = 62;

  private final long ceiling;
  private final boolean pseudoCounts;
  private long[] counters = new long[INITIAL];
  private int size;

  CounterSums(LlvmRelease release) {
    this.ceiling = SaturatingMath.ceiling(release);
    this.pseudoCounts = release.follows(ReleaseRule.PSEUDO_COUNTS);
  }

  /** Returns the number of counters, which is where the next ones go. */
  int size() {
    return size;
  }

  /** Makes room for the first image as a whole: growing would take twice its memory and more. */
  void expect(int length) {
    if (size == 0 && length > counters.length) {
      counters = new long[length];
    }
  }

  /** Appends counters, scaled. */
  void append(ImageCounts counts, int start, int length, long weight, FirstProblem problem) {
    if (length > counters.length - size) {
      counters = Arrays.copyOf(counters, Growth.of(counters.length, (long) size + length));
    }
    counts.copyCounters(start, counters, size, length);
    if (weight != 1) {
      scale(length, weight, problem);
    }
    size += length;
  }

  private void scale(int length, long weight, FirstProblem problem) {
    for (int i = size; i < size + length; i++) {
      boolean overflow = SaturatingMath.productOverflows(counters[i], weight);
      counters[i] = capped(SaturatingMath.multiply(counters[i], weight), overflow, problem);
    }
  }

  private long capped(long value, boolean overflow, FirstProblem problem) {
    boolean above = Long.compareUnsigned(value, ceiling) > 0;
    if (overflow || above) {
      problem.note(FindingKind.COUNTER_OVERFLOW);
    }
    return above ? ceiling : value;
  }

  /**
   * Adds counters to those at a place.
   *
   * @return false if only pseudo counts were compared, so that nothing else of the record is to be
   *     merged
   */
  boolean add(
      int at, ImageCounts counts, int start, int length, long weight, FirstProblem problem) {
    if (pseudoCounts && mergePseudo(at, counts.counter(start), problem)) {
      return false;
    }
    if (weight == 1 && areSmall(at, counts, start, length)) {
      addSmall(at, counts, start, length);
      return true;
    }
    for (int i = 0; i < length; i++) {
      long own = counters[at + i];
      long other = counts.counter(start + i);
      counters[at + i] = saturated(own, other, weight, problem);
    }
    return true;
  }

  /** Tells whether counters at a place and others are so small that no sum comes to the ceiling. */
  boolean areSmall(int at, ImageCounts counts, int start, int length) {
    long bits = counts.counterBits(start, length);
    for (int i = at; i < at + length; i++) {
      bits |= counters[i];
    }
    return bits >>> SMALL_BITS == 0;
  }

  /** Adds counters that {@link #areSmall} to those at a place. */
  void addSmall(int at, ImageCounts counts, int start, int length) {
    counts.addCounters(start, counters, at, length);
  }

  private long saturated(long own, long other, long weight, FirstProblem problem) {
    boolean overflow = SaturatingMath.overflows(own, other, weight);
    return capped(SaturatingMath.multiplyAdd(own, other, weight), overflow, problem);
  }

  /** Settles records of which at least one is marked hot or warm; tells whether one is. */
  private boolean mergePseudo(int at, long otherFirst, FirstProblem problem) {
    boolean ownPseudo = ProfileSummary.isPseudoCount(counters[at]);
    boolean otherPseudo = ProfileSummary.isPseudoCount(otherFirst);
    if (ownPseudo != otherPseudo) {
      problem.note(FindingKind.COUNT_MISMATCH);
    } else if (ownPseudo) {
      boolean hot = counters[at] == PSEUDO_HOT || otherFirst == PSEUDO_HOT;
      counters[at] = hot ? PSEUDO_HOT : PSEUDO_WARM;
    }
    return ownPseudo || otherPseudo;
  }

  long[] toArray() {
    return Arrays.copyOf(counters, size);
  }
}
