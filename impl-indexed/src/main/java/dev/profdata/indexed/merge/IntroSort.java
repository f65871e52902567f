package dev.profdata.indexed.merge;

/**
 * Sorts pairs by value the way the C++ library of LLVM's builds on Linux sorts (libstdc++'s {@code
 * std::sort}): not stable, and visible in files where a site holds more than sixteen values and
 * some of them twice.
 *
 * <p>Introsort: the median of the second, middle and last element becomes the pivot at the front,
 * the right part recurses, ranges of up to sixteen are left to a final insertion sort, and where
 * the recursion gets too deep a heap sort takes over.
 */
final class IntroSort {
  private static final int THRESHOLD = 16;
  private static final PairOrder ORDER = PairOrder.VALUE;

  private final Pairs pairs;

  private IntroSort(Pairs pairs) {
    this.pairs = pairs;
  }

  static void sort(Pairs pairs) {
    if (pairs.size > 1) {
      IntroSort sort = new IntroSort(pairs);
      int depth = 2 * (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(pairs.size));
      sort.loop(0, pairs.size, depth);
      sort.finish(pairs.size);
    }
  }

  private boolean before(int i, int j) {
    return pairs.before(ORDER, i, j);
  }

  private void loop(int first, int end, int depthLeft) {
    int last = end;
    int depth = depthLeft;
    while (last - first > THRESHOLD) {
      if (depth == 0) {
        heapSort(first, last);
        return;
      }
      depth--;
      int cut = partition(first, last);
      loop(cut, last, depth);
      last = cut;
    }
  }

  private int partition(int first, int last) {
    moveMedianToFirst(first, first + 1, first + (last - first) / 2, last - 1);
    int low = first + 1;
    int high = last;
    while (true) {
      while (before(low, first)) {
        low++;
      }
      high--;
      while (before(first, high)) {
        high--;
      }
      if (low >= high) {
        return low;
      }
      pairs.swap(low, high);
      low++;
    }
  }

  private void moveMedianToFirst(int first, int a, int b, int c) {
    if (before(a, b)) {
      pairs.swap(first, before(b, c) ? b : before(a, c) ? c : a);
    } else {
      pairs.swap(first, before(a, c) ? a : before(b, c) ? c : b);
    }
  }

  private void finish(int end) {
    int guarded = Math.min(end, THRESHOLD);
    for (int i = 1; i < guarded; i++) {
      insert(i, before(i, 0) ? i : -1);
    }
    for (int i = guarded; i < end; i++) {
      insert(i, -1);
    }
  }

  /**
   * Moves the pair at an index down to where it belongs.
   *
   * @param distance how far down, or -1 to search for the place
   */
  private void insert(int index, int distance) {
    long value = pairs.values[index];
    long count = pairs.counts[index];
    int to = index;
    while (distance < 0
        ? ORDER.before(value, count, pairs.values[to - 1], pairs.counts[to - 1])
        : to > index - distance) {
      pairs.copy(to - 1, to);
      to--;
    }
    pairs.values[to] = value;
    pairs.counts[to] = count;
  }

  private void heapSort(int first, int last) {
    int length = last - first;
    for (int parent = (length - 2) / 2; parent >= 0; parent--) {
      sink(first, parent, length, pairs.values[first + parent], pairs.counts[first + parent]);
    }
    for (int end = length - 1; end > 0; end--) {
      long value = pairs.values[first + end];
      long count = pairs.counts[first + end];
      pairs.copy(first, first + end);
      sink(first, 0, end, value, count);
    }
  }

  /** Fills a hole with the larger child again and again, then lets the pair rise from there. */
  private void sink(int first, int top, int length, long value, long count) {
    int hole = top;
    int child = top;
    while (child < (length - 1) / 2) {
      child = 2 * (child + 1);
      if (before(first + child, first + child - 1)) {
        child--;
      }
      pairs.copy(first + child, first + hole);
      hole = child;
    }
    if ((length & 1) == 0 && child == (length - 2) / 2) {
      child = 2 * (child + 1);
      pairs.copy(first + child - 1, first + hole);
      hole = child - 1;
    }
    int parent = (hole - 1) / 2;
    while (hole > top
        && ORDER.before(pairs.values[first + parent], pairs.counts[first + parent], value, count)) {
      pairs.copy(first + parent, first + hole);
      hole = parent;
      parent = (hole - 1) / 2;
    }
    pairs.values[first + hole] = value;
    pairs.counts[first + hole] = count;
  }
}
