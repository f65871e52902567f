package dev.profdata.indexed.merge;

import dev.profdata.model.ValueData;
import java.util.Arrays;

/**
 * The value pairs of one site while they are worked on: reused for site after site, so that merging
 * makes no objects. Confined to one thread.
 */
final class Pairs {
  private static final int INITIAL = 256;

  long[] values = new long[INITIAL];
  long[] counts = new long[INITIAL];
  int size;

  private long[] spareValues = new long[INITIAL];
  private long[] spareCounts = new long[INITIAL];

  void clear() {
    size = 0;
  }

  void add(long value, long count) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
    }
    values[size] = value;
    counts[size] = count;
    size++;
  }

  /** Takes over the pairs of a site of an image. */
  void load(ValueData data, int site) {
    clear();
    for (int pair = data.start(site); pair < data.end(site); pair++) {
      add(data.value(pair), data.count(pair));
    }
  }

  /** Takes over pairs that {@link #packed} gave. */
  void load(long[] packed) {
    clear();
    for (int at = 0; at < packed.length; at += 2) {
      add(packed[at], packed[at + 1]);
    }
  }

  /** Returns value and count of each pair in turn. */
  long[] packed() {
    long[] packed = new long[size * 2];
    for (int i = 0; i < size; i++) {
      packed[i * 2] = values[i];
      packed[i * 2 + 1] = counts[i];
    }
    return packed;
  }

  void truncate(int most) {
    size = Math.min(size, most);
  }

  /** Tells whether a value, or only the value zero, is there more than once. */
  boolean hasDuplicates(boolean zeroOnly) {
    long[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    for (int i = 1; i < size; i++) {
      if (sorted[i] == sorted[i - 1] && (!zeroOnly || sorted[i] == 0)) {
        return true;
      }
    }
    return false;
  }

  boolean before(PairOrder order, int i, int j) {
    return order.before(values[i], counts[i], values[j], counts[j]);
  }

  void swap(int i, int j) {
    long value = values[i];
    long count = counts[i];
    values[i] = values[j];
    counts[i] = counts[j];
    values[j] = value;
    counts[j] = count;
  }

  void copy(int from, int to) {
    values[to] = values[from];
    counts[to] = counts[from];
  }

  /** Sorts stably: runs of two, four, eight … are merged. */
  void sortStably(PairOrder order) {
    if (isSorted(order)) {
      return;
    }
    if (spareValues.length < size) {
      spareValues = new long[values.length];
      spareCounts = new long[values.length];
    }
    for (int run = 1; run < size; run *= 2) {
      for (int start = 0; start < size; start += 2 * run) {
        mergeRuns(order, start, Math.min(start + run, size), Math.min(start + 2 * run, size));
      }
      swapWithSpare();
    }
  }

  private boolean isSorted(PairOrder order) {
    for (int i = 1; i < size; i++) {
      if (before(order, i, i - 1)) {
        return false;
      }
    }
    return true;
  }

  private void mergeRuns(PairOrder order, int start, int middle, int end) {
    int left = start;
    int right = middle;
    for (int to = start; to < end; to++) {
      boolean takeRight = left == middle || right < end && before(order, right, left);
      int from = takeRight ? right++ : left++;
      spareValues[to] = values[from];
      spareCounts[to] = counts[from];
    }
  }

  private void swapWithSpare() {
    long[] oldValues = values;
    long[] oldCounts = counts;
    values = spareValues;
    counts = spareCounts;
    spareValues = oldValues;
    spareCounts = oldCounts;
  }
}
