package dev.profdata.indexed.merge;

import dev.profdata.internal.bytes.ValueDataBlock;
import dev.profdata.io.FindingKind;
import dev.profdata.model.ValueData;
import java.util.Arrays;

/**
 * Adds a few values to a site, none of them twice on either side, as nearly always: there the order
 * of the sum is the same whatever sort is used, by count and then by value. Confined to one thread.
 */
final class SmallSite {
  private static final int MOST_INCOMING = 64;
  private static final int MOST = ValueDataBlock.MAX_VALUES + MOST_INCOMING;
  private static final int SLOTS = 1024;
  private static final int FEW = 16;
  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;
  private static final int NONE = -1;

  private final long[] values = new long[MOST];
  private final long[] counts = new long[MOST];
  private final int[] slots = emptySlots();
  private final int[] usedSlots = new int[MOST];
  private boolean hashed;
  private int size;

  private static int[] emptySlots() {
    int[] slots = new int[SLOTS];
    Arrays.fill(slots, NONE);
    return slots;
  }

  /**
   * Adds the pairs of a site of an image to pairs of value and count in turn.
   *
   * @return false if the site is not of this sort, and nothing was done
   */
  boolean add(long[] own, ValueData data, int site, long weight, FirstProblem problem) {
    int incoming = data.end(site) - data.start(site);
    int known = own.length / 2;
    if (incoming > MOST_INCOMING || known + incoming > MOST) {
      return false;
    }
    begin(known + incoming);
    for (int at = 0; at < own.length; at += 2) {
      if (find(own[at]) != NONE) {
        return false;
      }
      append(own[at], own[at + 1]);
    }
    boolean overflow = false;
    for (int pair = data.start(site); pair < data.end(site); pair++) {
      int place = find(data.value(pair));
      if (place >= known || place != NONE && isTwice(data, site, pair)) {
        return false;
      }
      if (place == NONE) {
        append(data.value(pair), data.count(pair));
      } else {
        overflow |= SaturatingMath.overflows(counts[place], data.count(pair), weight);
        counts[place] = SaturatingMath.multiplyAdd(counts[place], data.count(pair), weight);
      }
    }
    if (overflow) {
      problem.note(FindingKind.COUNTER_OVERFLOW);
    }
    sort();
    return true;
  }

  private void begin(int most) {
    for (int i = 0; hashed && i < size; i++) {
      slots[usedSlots[i]] = NONE;
    }
    size = 0;
    hashed = most > FEW;
  }

  /** Returns where a value stands, or {@link #NONE}. */
  private int find(long value) {
    if (hashed) {
      return slots[slotOf(value)];
    }
    for (int i = 0; i < size; i++) {
      if (values[i] == value) {
        return i;
      }
    }
    return NONE;
  }

  private int slotOf(long value) {
    int slot = (int) (value * MIX >>> 32) & SLOTS - 1;
    while (slots[slot] != NONE && values[slots[slot]] != value) {
      slot = slot + 1 & SLOTS - 1;
    }
    return slot;
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
    if (hashed) {
      usedSlots[size] = slotOf(value);
      slots[usedSlots[size]] = size;
    }
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

  /**
   * Returns value and count of each pair in turn, as many as a site may have, in the given array if
   * it has the right size.
   */
  long[] packed(long[] reusable) {
    int kept = Math.min(size, ValueDataBlock.MAX_VALUES);
    long[] packed = reusable.length == kept * 2 ? reusable : new long[kept * 2];
    for (int i = 0; i < kept; i++) {
      packed[i * 2] = values[i];
      packed[i * 2 + 1] = counts[i];
    }
    return packed;
  }
}
