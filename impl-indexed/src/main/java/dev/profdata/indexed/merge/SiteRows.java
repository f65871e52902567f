package dev.profdata.indexed.merge;

import dev.profdata.io.FindingKind;
import dev.profdata.model.ValueData;
import java.util.Arrays;

/**
 * Rows of five numbers, one for each value of a site: the value; the count of the input that
 * brought it, without and with that input's weight; the sum of all later counts; and 1 if the input
 * that brought it is the first of its record, whose weight counts in any case.
 *
 * <p>An instance is a buffer for the rows of one site. Confined to one thread.
 */
final class SiteRows {
  /** How many numbers a row has. */
  static final int WIDTH = 5;

  private static final int FIRST = 1;
  private static final int SCALED_FIRST = 2;
  private static final int REST = 3;
  private static final int OF_FIRST_INPUT = 4;

  private long[] buffer = new long[0];
  private int used;

  /**
   * Takes over the pairs of a site of an image.
   *
   * @param first whether the image is the first that has the record of the site
   */
  void load(ValueData data, int site, long weight, boolean first) {
    used = (data.end(site) - data.start(site)) * WIDTH;
    if (used > buffer.length) {
      buffer = new long[Growth.of(buffer.length, used)];
    }
    int at = 0;
    for (int pair = data.start(site); pair < data.end(site); pair++, at += WIDTH) {
      buffer[at] = data.value(pair);
      buffer[at + FIRST] = data.count(pair);
      buffer[at + SCALED_FIRST] = SaturatingMath.multiply(data.count(pair), weight);
      buffer[at + REST] = 0;
      buffer[at + OF_FIRST_INPUT] = first ? 1 : 0;
    }
  }

  long[] rows() {
    return Arrays.copyOf(buffer, used);
  }

  long[] sortedRows() {
    return sorted(rows());
  }

  /** Returns rows whose inputs all have so many times the weight. */
  static long[] scaled(long[] rows, long weight) {
    long[] scaled = rows.clone();
    for (int at = 0; weight != 1 && at < rows.length; at += WIDTH) {
      scaled[at + SCALED_FIRST] = SaturatingMath.multiply(rows[at + SCALED_FIRST], weight);
      scaled[at + REST] = SaturatingMath.multiply(rows[at + REST], weight);
    }
    return scaled;
  }

  /** Returns rows in the order of their values, equal values with the highest count first. */
  static long[] sorted(long[] rows) {
    long[] from = rows.clone();
    long[] to = new long[rows.length];
    for (int run = WIDTH; run < rows.length; run *= 2) {
      for (int start = 0; start < rows.length; start += 2 * run) {
        int middle = Math.min(start + run, rows.length);
        mergeRuns(from, to, start, middle, Math.min(start + 2 * run, rows.length));
      }
      long[] sorted = to;
      to = from;
      from = sorted;
    }
    return from;
  }

  private static void mergeRuns(long[] from, long[] to, int start, int middle, int end) {
    int left = start;
    int right = middle;
    for (int at = start; at < end; at += WIDTH) {
      boolean takesRight = left == middle || right < end && isBefore(from, right, left);
      System.arraycopy(from, takesRight ? right : left, to, at, WIDTH);
      if (takesRight) {
        right += WIDTH;
      } else {
        left += WIDTH;
      }
    }
  }

  private static boolean isBefore(long[] rows, int one, int other) {
    int byValue = Long.compareUnsigned(rows[one], rows[other]);
    return byValue < 0
        || byValue == 0 && Long.compareUnsigned(count(rows, one), count(rows, other)) > 0;
  }

  private static long count(long[] rows, int at) {
    long first = rows[at + (rows[at + OF_FIRST_INPUT] == 1 ? SCALED_FIRST : FIRST)];
    return SaturatingMath.multiplyAdd(first, rows[at + REST], 1);
  }

  /** Returns the sum of a site and of what comes later, both sorted. */
  static long[] merged(long[] own, long[] later, FirstProblem problem) {
    long[] sum = new long[own.length + later.length];
    int end = 0;
    int next = 0;
    boolean duplicates = false;
    for (int at = 0; at < later.length; at += WIDTH) {
      while (next < own.length && Long.compareUnsigned(own[next], later[at]) < 0) {
        System.arraycopy(own, next, sum, end, WIDTH);
        next += WIDTH;
        end += WIDTH;
      }
      if (next < own.length && own[next] == later[at]) {
        System.arraycopy(own, next, sum, end, WIDTH);
        addLater(sum, end, later, at, problem);
        next += WIDTH;
      } else {
        System.arraycopy(later, at, sum, end, WIDTH);
        sum[end + OF_FIRST_INPUT] = 0;
      }
      duplicates |= end > 0 && sum[end - WIDTH] == sum[end];
      end += WIDTH;
    }
    System.arraycopy(own, next, sum, end, own.length - next);
    long[] rows = Arrays.copyOf(sum, end + own.length - next);
    return duplicates ? sorted(rows) : rows;
  }

  private static void addLater(long[] sum, int at, long[] later, int row, FirstProblem problem) {
    long count = SaturatingMath.multiplyAdd(later[row + SCALED_FIRST], later[row + REST], 1);
    if (SaturatingMath.overflows(sum[at + REST], count, 1)
        || SaturatingMath.overflows(count(sum, at), count, 1)) {
      problem.note(FindingKind.COUNTER_OVERFLOW);
    }
    sum[at + REST] = SaturatingMath.multiplyAdd(sum[at + REST], count, 1);
  }

  /** Appends the values of rows with their counts. */
  static void resolve(long[] rows, Pairs pairs) {
    for (int at = 0; at < rows.length; at += WIDTH) {
      pairs.add(rows[at], count(rows, at));
    }
  }
}
