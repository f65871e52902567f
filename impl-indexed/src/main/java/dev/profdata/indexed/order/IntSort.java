package dev.profdata.indexed.order;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;

/** Sorts numbers by a comparison of one's own, stably and without boxing. */
public final class IntSort {
  private static final int SHORT_RUN = 8;
  private static final int MANY = 1 << 14;

  private IntSort() {}

  /**
   * Sorts {@code values}, many of them by several threads.
   *
   * @param comparison answers as a comparator does, and does so for any thread
   */
  public static void sort(int[] values, IntBinaryOperator comparison) {
    if (values.length < MANY) {
      sortAlone(values, comparison);
      return;
    }
    int middle = values.length / 2;
    int[] low = Arrays.copyOf(values, middle);
    int[] high = Arrays.copyOfRange(values, middle, values.length);
    Stream.of(low, high).parallel().forEach(half -> sort(half, comparison));
    int[] halves = Arrays.copyOf(low, values.length);
    System.arraycopy(high, 0, halves, middle, high.length);
    merge(halves, values, 0, middle, values.length, comparison);
  }

  private static void sortAlone(int[] values, IntBinaryOperator comparison) {
    for (int start = 0; start < values.length; start += SHORT_RUN) {
      insertionSort(values, start, Math.min(start + SHORT_RUN, values.length), comparison);
    }
    int[] from = values;
    int[] to = new int[values.length];
    for (long run = SHORT_RUN; run < values.length; run *= 2) {
      for (long start = 0; start < values.length; start += 2 * run) {
        int middle = (int) Math.min(start + run, values.length);
        int end = (int) Math.min(start + 2 * run, values.length);
        merge(from, to, (int) start, middle, end, comparison);
      }
      int[] merged = to;
      to = from;
      from = merged;
    }
    if (from != values) {
      System.arraycopy(from, 0, values, 0, values.length);
    }
  }

  private static void insertionSort(
      int[] values, int start, int end, IntBinaryOperator comparison) {
    for (int i = start + 1; i < end; i++) {
      int value = values[i];
      int to = i;
      while (to > start && comparison.applyAsInt(values[to - 1], value) > 0) {
        values[to] = values[to - 1];
        to--;
      }
      values[to] = value;
    }
  }

  private static void merge(
      int[] from, int[] to, int start, int middle, int end, IntBinaryOperator comparison) {
    int left = start;
    int right = middle;
    for (int at = start; at < end; at++) {
      boolean takeRight =
          left == middle || right < end && comparison.applyAsInt(from[left], from[right]) > 0;
      to[at] = takeRight ? from[right++] : from[left++];
    }
  }
}
