package dev.profdata.indexed.merge;

import dev.profdata.internal.bytes.ValueDataBlock;
import dev.profdata.io.FindingKind;
import dev.profdata.model.ValueData;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Value sites that keep all their values, and what is needed to add them to others later: the cut
 * to 255 values comes when the sum is written, so sums of sums are the same in whatever order they
 * are made.
 *
 * <p>LLVM leaves the weight of an input out where it brings a value that its site did not have. Who
 * comes first is known only when all sums are joined, so a value keeps its first count with and
 * without the weight.
 */
final class UncutSites implements ValueSites {
  private static final int INITIAL = 64;

  private final SiteRows incoming = new SiteRows();
  private final Pairs resolved = new Pairs();
  private final BitSet merged = new BitSet();
  private long[][] sites = new long[INITIAL][];
  private int size;

  /** Returns sites that are cut no more; those that were never cut are returned themselves. */
  static UncutSites of(ValueSites cut) {
    if (cut instanceof UncutSites uncut) {
      return uncut;
    }
    UncutSites sites = new UncutSites();
    ValueData.Builder data = ValueData.builder();
    for (int site = 0; site < cut.size(); site++) {
      cut.appendTo(data, site);
    }
    ValueData values = data.build();
    FirstProblem none = new FirstProblem();
    for (int site = 0; site < values.sites(); site++) {
      sites.append(values, site, 1, none);
    }
    return sites;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void append(ValueData data, int site, long weight, FirstProblem problem) {
    incoming.load(data, site, weight, true);
    noteProducts(data, site, weight, problem);
    append(incoming.rows(), false);
  }

  private static void noteProducts(ValueData data, int site, long weight, FirstProblem problem) {
    for (int pair = data.start(site); weight != 1 && pair < data.end(site); pair++) {
      if (SaturatingMath.productOverflows(data.count(pair), weight)) {
        problem.note(FindingKind.COUNTER_OVERFLOW);
      }
    }
  }

  /** Appends the site of another sum, scaled. */
  void append(UncutSites other, int site, long weight) {
    append(SiteRows.scaled(other.sites[site], weight), other.merged.get(site));
  }

  /** Appends a site as it was taken out of a sum. */
  void append(long[] rows, boolean wasMerged) {
    if (size == sites.length) {
      sites = Arrays.copyOf(sites, Growth.of(size, size + 1L));
    }
    merged.set(size, wasMerged);
    sites[size++] = rows;
  }

  @Override
  public void add(int target, ValueData data, int site, long weight, FirstProblem problem) {
    if (sites[target].length == 0 && data.start(site) == data.end(site)) {
      return;
    }
    incoming.load(data, site, weight, false);
    add(target, incoming.sortedRows(), problem);
  }

  /** Adds the site of another sum, scaled. */
  void add(int target, UncutSites other, int site, long weight, FirstProblem problem) {
    long[] rows = other.sites[site];
    if (sites[target].length > 0 || rows.length > 0 || other.merged.get(site)) {
      add(target, SiteRows.sorted(SiteRows.scaled(rows, weight)), problem);
    }
  }

  private void add(int target, long[] rows, FirstProblem problem) {
    long[] own = merged.get(target) ? sites[target] : SiteRows.sorted(sites[target]);
    sites[target] = SiteRows.merged(own, rows, problem);
    merged.set(target);
  }

  /** Returns what a sum holds of a site: rows of {@link SiteRows}. */
  long[] rows(int site) {
    return sites[site];
  }

  /**
   * Tells whether more than one input gave a site, so that its rows stand in the order of values.
   */
  boolean isMerged(int site) {
    return merged.get(site);
  }

  @Override
  public boolean hasDuplicates(int site, boolean zeroOnly) {
    resolve(site);
    return resolved.hasDuplicates(zeroOnly);
  }

  @Override
  public void appendTo(ValueData.Builder data, int site) {
    resolve(site);
    data.beginSite();
    for (int pair = 0; pair < resolved.size; pair++) {
      data.add(resolved.values[pair], resolved.counts[pair]);
    }
  }

  private void resolve(int site) {
    resolved.clear();
    SiteRows.resolve(sites[site], resolved);
    resolved.sortStably(PairOrder.COUNT_DESCENDING);
    resolved.truncate(ValueDataBlock.MAX_VALUES);
  }
}
