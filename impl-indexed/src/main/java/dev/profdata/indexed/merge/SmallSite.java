package dev.profdata.indexed.merge;

import dev.profdata.io.FindingKind;
import dev.profdata.model.ValueData;

/**
 * Adds sites of a few values, none of them twice, as nearly all are: there the order of the sum is
 * the same whatever sort is used, by count and then by value. Confined to one thread.
 */
final class SmallSite {
  private static final int MOST = 64;

  private final long[] values = new long[MOST];
  private final long[] counts = new long[MOST];
  private int size;

  /**
   * Adds the pairs of a site of an image to pairs of value and count in turn.
   *
   * @return false if the site is not of this sort, and nothing was done
   */
  boolean add(long[] own, ValueData data, int site, long weight, FirstProblem problem) {
    int end = data.end(site);
    int incoming = end - data.start(site);
    if (own.length / 2 + incoming > MOST) {
      return false;
    }
    size = 0;
    for (int at = 0; at < own.length; at += 2) {
      if (find(own[at], size) >= 0) {
        return false;
      }
      append(own[at], own[at + 1]);
    }
    int known = size;
    boolean overflow = false;
    for (int pair = data.start(site); pair < end; pair++) {
      long value = data.value(pair);
      long count = data.count(pair);
      if (isTwice(data, site, pair)) {
        return false;
      }
      int place = find(value, known);
      if (place < 0) {
        append(value, count);
      } else {
        overflow |= SaturatingMath.overflows(counts[place], count, weight);
        counts[place] = SaturatingMath.multiplyAdd(counts[place], count, weight);
      }
    }
    if (overflow) {
      problem.note(FindingKind.COUNTER_OVERFLOW);
    }
    sort();
    return true;
  }

  private int find(long value, int among) {
    for (int i = 0; i < among; i++) {
      if (values[i] == value) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isTwice(ValueData data, int site, int pair) {
    for (int before = data.start(site); before < pair; before++) {
      if (data.value(before) == data.value(pair)) {
        return true;
      }
    }
    return false;
  }

  private void append(long value, long count) {
    values[size] = value;
    counts[size] = count;
    size++;
  }

  /** Sorts by count, highest first, then by value, lowest first, both unsigned. */
  private void sort() {
    for (int i = 1; i < size; i++) {
      long value = values[i];
      long count = counts[i];
      int at = i;
      while (at > 0 && isBefore(value, count, at - 1)) {
        values[at] = values[at - 1];
        counts[at] = counts[at - 1];
        at--;
      }
      values[at] = value;
      counts[at] = count;
    }
  }

  private boolean isBefore(long value, long count, int other) {
    int byCount = Long.compareUnsigned(counts[other], count);
    return byCount < 0 || byCount == 0 && Long.compareUnsigned(value, values[other]) < 0;
  }

  /** Returns value and count of each pair in turn, in the given array if it has the right size. */
  long[] packed(long[] reusable) {
    long[] packed = reusable.length == size * 2 ? reusable : new long[size * 2];
    for (int i = 0; i < size; i++) {
      packed[i * 2] = values[i];
      packed[i * 2 + 1] = counts[i];
    }
    return packed;
  }
}
