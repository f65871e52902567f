package dev.profdata.indexed.order;

import java.util.Arrays;

/**
 * Numbers pairs of name hash and structural hash in the order in which they are first seen: an
 * open-addressing map without objects. Confined to one thread.
 */
public final class PlaceIndex {
  private static final int INITIAL_SLOTS = 1024;
  private static final int EMPTY = -1;
  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  private int[] slots;
  private long[] nameHashes;
  private long[] structuralHashes;
  private int size;

  /** Starts without pairs. */
  public PlaceIndex() {
    this(INITIAL_SLOTS / 2);
  }

  /** Starts without pairs but with room for so many. */
  public PlaceIndex(int pairs) {
    int room = Math.max(Integer.highestOneBit(Math.max(pairs, 1)) * 2, INITIAL_SLOTS / 2);
    slots = filled(Math.multiplyExact(room, 2));
    nameHashes = new long[room];
    structuralHashes = new long[room];
  }

  private static int[] filled(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, EMPTY);
    return slots;
  }

  /** Returns how many pairs were seen, which is the number of the next new one. */
  public int size() {
    return size;
  }

  /** Returns the name hash of a number. */
  public long nameHash(int place) {
    return nameHashes[place];
  }

  /** Returns the structural hash of a number. */
  public long structuralHash(int place) {
    return structuralHashes[place];
  }

  /** Returns the number of a pair, a new one if it was not seen before. */
  public int placeOf(long nameHash, long structuralHash) {
    int slot = slotOf(nameHash, structuralHash);
    if (slots[slot] != EMPTY) {
      return slots[slot];
    }
    if (size == nameHashes.length) {
      grow();
      slot = slotOf(nameHash, structuralHash);
    }
    nameHashes[size] = nameHash;
    structuralHashes[size] = structuralHash;
    slots[slot] = size;
    return size++;
  }

  private int slotOf(long nameHash, long structuralHash) {
    long mixed = (nameHash ^ Long.rotateLeft(structuralHash * MIX, 32)) * MIX;
    int slot = (int) (mixed >>> 32) & slots.length - 1;
    while (slots[slot] != EMPTY
        && (nameHashes[slots[slot]] != nameHash
            || structuralHashes[slots[slot]] != structuralHash)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private void grow() {
    nameHashes = Arrays.copyOf(nameHashes, Math.multiplyExact(size, 2));
    structuralHashes = Arrays.copyOf(structuralHashes, size * 2);
    slots = filled(Math.multiplyExact(size, 4));
    for (int place = 0; place < size; place++) {
      slots[slotOf(nameHashes[place], structuralHashes[place])] = place;
    }
  }
}
