package dev.profdata.indexed.merge;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.internal.bytes.ValueDataBlock;
import dev.profdata.io.FindingKind;
import dev.profdata.model.ValueData;
import java.util.Arrays;

/**
 * The value sites of all places: sites in the order in which their records were first seen, each an
 * array of value and count in turn, most frequent first.
 *
 * <p>A value that is new to a site comes in without the weight of its input, as in LLVM.
 */
final class SiteSums {
  private static final int INITIAL = 64;
  private static final long[] NO_PAIRS = {};

  private final boolean unstableSort;
  private final SmallSite small = new SmallSite();
  private final Pairs own = new Pairs();
  private final Pairs incoming = new Pairs();
  private final Pairs merged = new Pairs();
  private long[][] sites = new long[INITIAL][];
  private int size;

  SiteSums(LlvmRelease release) {
    this.unstableSort = release.follows(ReleaseRule.UNSTABLE_VALUE_SORT);
  }

  /** Returns the number of sites, which is the number of the next one. */
  int size() {
    return size;
  }

  /** Appends a site with the pairs of a site of an image, scaled. */
  void append(ValueData data, int site, long weight, FirstProblem problem) {
    incoming.load(data, site);
    for (int i = 0; weight != 1 && i < incoming.size; i++) {
      if (SaturatingMath.productOverflows(incoming.counts[i], weight)) {
        problem.note(FindingKind.COUNTER_OVERFLOW);
      }
      incoming.counts[i] = SaturatingMath.multiply(incoming.counts[i], weight);
    }
    if (size == sites.length) {
      sites = Arrays.copyOf(sites, Math.multiplyExact(size, 2));
    }
    sites[size++] = mostFrequent(incoming);
  }

  /**
   * Adds the pairs of a site of an image to a site.
   *
   * <p>Even if there are none to add, sorting by value first changes the order of equal counts.
   */
  void add(int target, ValueData data, int site, long weight, FirstProblem problem) {
    if (sites[target].length == 0 && data.start(site) == data.end(site)) {
      return;
    }
    if (small.add(sites[target], data, site, weight, problem)) {
      sites[target] = small.packed(sites[target]);
      return;
    }
    own.load(sites[target]);
    sortByValue(own);
    incoming.load(data, site);
    sortByValue(incoming);
    merge(weight, problem);
    sites[target] = mostFrequent(merged);
  }

  private void sortByValue(Pairs pairs) {
    if (unstableSort) {
      IntroSort.sort(pairs);
    } else {
      pairs.sortStably(PairOrder.VALUE);
    }
  }

  private void merge(long weight, FirstProblem problem) {
    merged.clear();
    int next = 0;
    for (int i = 0; i < incoming.size; i++) {
      long value = incoming.values[i];
      while (next < own.size && Long.compareUnsigned(own.values[next], value) < 0) {
        merged.add(own.values[next], own.counts[next]);
        next++;
      }
      if (next < own.size && own.values[next] == value) {
        if (SaturatingMath.overflows(own.counts[next], incoming.counts[i], weight)) {
          problem.note(FindingKind.COUNTER_OVERFLOW);
        }
        merged.add(value, SaturatingMath.multiplyAdd(own.counts[next], incoming.counts[i], weight));
        next++;
      } else {
        merged.add(value, incoming.counts[i]);
      }
    }
    for (; next < own.size; next++) {
      merged.add(own.values[next], own.counts[next]);
    }
  }

  private static long[] mostFrequent(Pairs pairs) {
    pairs.sortStably(PairOrder.COUNT_DESCENDING);
    pairs.truncate(ValueDataBlock.MAX_VALUES);
    return pairs.size == 0 ? NO_PAIRS : pairs.packed();
  }

  /** Tells whether a site holds a value more than once. */
  boolean hasDuplicates(int site, boolean zeroOnly) {
    long[] pairs = sites[site];
    if (pairs.length <= 2) {
      return false;
    }
    long[] values = new long[pairs.length / 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = pairs[i * 2];
    }
    Arrays.sort(values);
    for (int i = 1; i < values.length; i++) {
      if (values[i] == values[i - 1] && (!zeroOnly || values[i] == 0)) {
        return true;
      }
    }
    return false;
  }

  /** Appends a site to value data. */
  void appendTo(ValueData.Builder data, int site) {
    data.beginSite();
    long[] pairs = sites[site];
    for (int at = 0; at < pairs.length; at += 2) {
      data.add(pairs[at], pairs[at + 1]);
    }
  }
}
