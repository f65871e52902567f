package dev.profdata.raw;

import java.util.Arrays;

/**
 * Finds functions by their exact address: an open-addressing map from address to row. Where several
 * rows share an address the first one counts.
 */
final class FunctionAddresses {
  static final int NOT_FOUND = -1;

  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  private final long[] addresses;
  private final int[] slots;
  private int shared;

  private FunctionAddresses(long[] addresses) {
    this.addresses = addresses;
    this.slots = new int[Integer.highestOneBit(Math.max(addresses.length, 1)) * 4];
    Arrays.fill(slots, NOT_FOUND);
  }

  /**
   * Indexes the addresses of all rows.
   *
   * @param addresses the address of each row, 0 for a function that has none
   * @param nameHashes the hash of the name of each row
   */
  static FunctionAddresses of(long[] addresses, long[] nameHashes) {
    FunctionAddresses index = new FunctionAddresses(addresses);
    for (int row = 0; row < addresses.length; row++) {
      if (addresses[row] != 0) {
        index.add(row, nameHashes);
      }
    }
    return index;
  }

  private void add(int row, long[] nameHashes) {
    int slot = slotOf(addresses[row]);
    if (slots[slot] == NOT_FOUND) {
      slots[slot] = row;
    } else if (nameHashes[slots[slot]] != nameHashes[row]) {
      shared++;
    }
  }

  private int slotOf(long address) {
    int slot = (int) (address * MIX >>> 32) & slots.length - 1;
    while (slots[slot] != NOT_FOUND && addresses[slots[slot]] != address) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  /** Returns the first row with an address, or {@link #NOT_FOUND}. */
  int find(long address) {
    return address == 0 ? NOT_FOUND : slots[slotOf(address)];
  }

  /** Returns how many rows have the address of an earlier row of another name. */
  int shared() {
    return shared;
  }
}
