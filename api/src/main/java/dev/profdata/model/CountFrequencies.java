package dev.profdata.model;

import java.util.Arrays;

/** How often each count occurs: an open-addressing map from count to frequency, without boxing. */
final class CountFrequencies {
  private static final int INITIAL_SLOTS = 256;
  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  private long[] counts = new long[INITIAL_SLOTS];
  private long[] frequencies = new long[INITIAL_SLOTS];
  private int used;

  void add(long count) {
    int slot = slotOf(count);
    if (frequencies[slot] == 0) {
      counts[slot] = count;
      used++;
    }
    frequencies[slot]++;
    if (used * 2 > counts.length) {
      grow();
    }
  }

  private int slotOf(long count) {
    int slot = (int) (count * MIX >>> 32) & counts.length - 1;
    while (frequencies[slot] != 0 && counts[slot] != count) {
      slot = slot + 1 & counts.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] oldCounts = counts;
    long[] oldFrequencies = frequencies;
    counts = new long[oldCounts.length * 2];
    frequencies = new long[oldCounts.length * 2];
    for (int old = 0; old < oldCounts.length; old++) {
      if (oldFrequencies[old] != 0) {
        int slot = slotOf(oldCounts[old]);
        counts[slot] = oldCounts[old];
        frequencies[slot] = oldFrequencies[old];
      }
    }
  }

  long frequency(long count) {
    return frequencies[slotOf(count)];
  }

  /** Returns the distinct counts, largest unsigned number first. */
  long[] descending() {
    long[] distinct = new long[used];
    int next = 0;
    for (int slot = 0; slot < counts.length; slot++) {
      if (frequencies[slot] != 0) {
        // A signed ascending sort of the complement with its sign flipped is an unsigned
        // descending sort of the counts.
        distinct[next++] = ~counts[slot] ^ Long.MIN_VALUE;
      }
    }
    Arrays.sort(distinct);
    for (int i = 0; i < used; i++) {
      distinct[i] = ~(distinct[i] ^ Long.MIN_VALUE);
    }
    return distinct;
  }
}
