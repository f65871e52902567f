package dev.profdata.indexed.merge;

import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import java.util.Arrays;
import java.util.BitSet;

/**
 * How the rows of a table whose records are all in the sum are added to it again: counters of
 * neighbouring rows that are neighbours in the sum as well in one go, and by themselves only those
 * rows that have more than counters, or that do not fit.
 */
final class KnownRows {
  private static final int INITIAL = 16;

  private int[] sources = new int[INITIAL];
  private int[] targets = new int[INITIAL];
  private int[] lengths = new int[INITIAL];
  private int runs;
  private int[] singles = new int[INITIAL];
  private final BitSet countersAdded = new BitSet();
  private boolean shareable = true;
  private int singleCount;

  /** Appends the counters of a row, which start at an index in the table and one in the sum. */
  void addCounters(FunctionTable table, int row, int target) {
    int source = table.counterStart(row);
    int length = table.counterCount(row);
    int last = runs - 1;
    if (runs > 0
        && sources[last] + lengths[last] == source
        && targets[last] + lengths[last] == target) {
      lengths[last] += length;
      return;
    }
    if (runs == sources.length) {
      sources = Arrays.copyOf(sources, runs * 2);
      targets = Arrays.copyOf(targets, runs * 2);
      lengths = Arrays.copyOf(lengths, runs * 2);
    }
    sources[runs] = source;
    targets[runs] = target;
    lengths[runs++] = length;
  }

  /**
   * Notes that a row must be looked at by itself.
   *
   * @param withCounters whether its counters are among those that are added in one go
   */
  void addSingle(int row, boolean withCounters) {
    if (singleCount == singles.length) {
      singles = Arrays.copyOf(singles, singleCount * 2);
    }
    countersAdded.set(singleCount, withCounters);
    singles[singleCount++] = row;
  }

  /** Notes that two rows have the same place. */
  void addSharedPlace() {
    shareable = false;
  }

  /** Tells whether rows may be added in any order: no two have the same place. */
  boolean areShareable() {
    return shareable;
  }

  /** Tells whether the counters of a single row are among those that are added in one go. */
  boolean hasCountersAdded(int index) {
    return countersAdded.get(index);
  }

  /** Returns how many rows must be looked at by themselves. */
  int singles() {
    return singleCount;
  }

  /** Returns a row that must be looked at by itself, in the order of the table. */
  int single(int index) {
    return singles[index];
  }

  /**
   * Adds the counters of all runs, unless one of them is so large that there is more to it.
   *
   * @return false if nothing was added
   */
  boolean addTo(CounterSums sums, ImageCounts counts) {
    for (int run = 0; run < runs; run++) {
      if (!sums.areSmall(targets[run], counts, sources[run], lengths[run])) {
        return false;
      }
    }
    for (int run = 0; run < runs; run++) {
      sums.addSmall(targets[run], counts, sources[run], lengths[run]);
    }
    return true;
  }
}
