package dev.profdata.indexed.merge;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.internal.bytes.ValueDataBlock;
import dev.profdata.io.FindingKind;
import dev.profdata.model.ValueData;
import java.util.Arrays;

/**
 * Value sites that are cut to 255 values after every input, as in LLVM: each an array of value and
 * count in turn, most frequent first.
 */
final class SiteSums implements ValueSites {
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
    this(release.follows(ReleaseRule.UNSTABLE_VALUE_SORT));
  }

  private SiteSums(boolean unstableSort) {
    this.unstableSort = unstableSort;
  }

  /** Returns the same sites for another thread, which may add to those that no other adds to. */
  SiteSums forOtherThread() {
    SiteSums view = new SiteSums(unstableSort);
    view.sites = sites;
    view.size = size;
    return view;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void append(ValueData data, int site, long weight, FirstProblem problem) {
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

  @Override
  public void add(int target, ValueData data, int site, long weight, FirstProblem problem) {
    // Even if there are none to add, sorting by value first changes the order of equal counts.
    if (sites[target].length == 0 && data.start(site) == data.end(site)) {
      return;
    }
    if (addToOnly(sites[target], data, site, weight, problem)) {
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

  /** Adds the only value of a site to the same one, as nearly always where there is just one. */
  private static boolean addToOnly(
      long[] own, ValueData data, int site, long weight, FirstProblem problem) {
    int pair = data.start(site);
    if (own.length != 2 || data.end(site) - pair != 1 || own[0] != data.value(pair)) {
      return false;
    }
    if (SaturatingMath.overflows(own[1], data.count(pair), weight)) {
      problem.note(FindingKind.COUNTER_OVERFLOW);
    }
    own[1] = SaturatingMath.multiplyAdd(own[1], data.count(pair), weight);
    return true;
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

  @Override
  public boolean hasDuplicates(int site, boolean zeroOnly) {
    if (sites[site].length <= 2) {
      return false;
    }
    own.load(sites[site]);
    return own.hasDuplicates(zeroOnly);
  }

  @Override
  public void appendTo(ValueData.Builder data, int site) {
    data.beginSite();
    long[] pairs = sites[site];
    for (int at = 0; at < pairs.length; at += 2) {
      data.add(pairs[at], pairs[at + 1]);
    }
  }
}
