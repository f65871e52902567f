package dev.profdata.model;

import java.util.Arrays;

/**
 * An ordered list of names in one run of bytes, found by hash.
 *
 * <p>The table of an image holds all names of its file, also those that no record bears. The same
 * name may stand in it more than once; looking a hash up answers the first place. Immutable.
 *
 * @since 0.1
 */
public final class NameTable {
  /** A table without names. */
  public static final NameTable EMPTY = builder().build();

  /** What {@link #find} answers for a hash that no name has. */
  public static final int NOT_FOUND = -1;

  private final byte[] pool;
  private final int[] starts;
  private final long[] hashes;
  private final int[] slots;

  private NameTable(byte[] pool, int[] starts, long[] hashes) {
    this.pool = pool;
    this.starts = starts;
    this.hashes = hashes;
    this.slots = index(hashes);
  }

  private static int[] index(long[] hashes) {
    int[] slots = new int[Integer.highestOneBit(Math.max(hashes.length, 1)) * 4];
    Arrays.fill(slots, NOT_FOUND);
    for (int name = 0; name < hashes.length; name++) {
      int slot = slotOf(hashes[name], slots.length);
      while (slots[slot] != NOT_FOUND && hashes[slots[slot]] != hashes[name]) {
        slot = slot + 1 & slots.length - 1;
      }
      if (slots[slot] == NOT_FOUND) {
        slots[slot] = name;
      }
    }
    return slots;
  }

  private static int slotOf(long hash, int slots) {
    return (int) hash & slots - 1;
  }

  /** Returns a builder of a table. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the number of names. */
  public int size() {
    return hashes.length;
  }

  /** Returns the hash of a name, {@code 0 <= name < size()}. */
  public long hash(int name) {
    return hashes[name];
  }

  /** Returns the number of bytes of a name. */
  public int length(int name) {
    return starts[name + 1] - starts[name];
  }

  /** Returns a name. */
  public ProfileName name(int name) {
    return ProfileName.wrap(Arrays.copyOfRange(pool, starts[name], starts[name + 1]));
  }

  /** Copies the bytes of a name, {@link #length} of them, to {@code target} from {@code at} on. */
  public void copyName(int name, byte[] target, int at) {
    System.arraycopy(pool, starts[name], target, at, length(name));
  }

  /** Returns the byte of a name at an index from 0 on. */
  public byte byteAt(int name, int index) {
    return pool[starts[name] + index];
  }

  /** Returns the first name with this hash, or {@link #NOT_FOUND}. */
  public int find(long hash) {
    int slot = slotOf(hash, slots.length);
    while (slots[slot] != NOT_FOUND && hashes[slots[slot]] != hash) {
      slot = slot + 1 & slots.length - 1;
    }
    return slots[slot];
  }

  boolean isEqual(int name, byte[] bytes, int offset, int length) {
    return Arrays.equals(pool, starts[name], starts[name + 1], bytes, offset, offset + length);
  }

  /** Compares a name with one of another table, byte by byte, unsigned. */
  public int compare(int name, NameTable other, int otherName) {
    return Arrays.compareUnsigned(
        pool,
        starts[name],
        starts[name + 1],
        other.pool,
        other.starts[otherName],
        other.starts[otherName + 1]);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof NameTable table
            && Arrays.equals(starts, table.starts)
            && Arrays.equals(
                pool, 0, starts[starts.length - 1], table.pool, 0, starts[starts.length - 1]);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }

  /** Returns the number of names. */
  @Override
  public String toString() {
    return size() + " names";
  }

  /**
   * Collects names for a table. Confined to one thread.
   *
   * <p>Names are hashed when somebody asks for a hash, or all together in the end.
   */
  public static final class Builder {
    private static final int INITIAL_NAMES = 64;
    private static final int INITIAL_BYTES = 1024;

    private byte[] pool = new byte[INITIAL_BYTES];
    private int[] starts = new int[INITIAL_NAMES + 1];
    private long[] hashes = new long[INITIAL_NAMES];
    private int size;
    private int hashed;

    private Builder() {}

    /** Appends a name and returns its index. */
    public int add(ProfileName name) {
      byte[] bytes = name.bytes();
      return add(bytes, 0, bytes.length);
    }

    /** Appends the name with these bytes and returns its index. */
    public int add(byte[] bytes, int offset, int length) {
      reserveBytes(length);
      if (size == hashes.length) {
        hashes = Arrays.copyOf(hashes, size * 2);
        starts = Arrays.copyOf(starts, size * 2 + 1);
      }
      System.arraycopy(bytes, offset, pool, starts[size], length);
      starts[size + 1] = starts[size] + length;
      return size++;
    }

    /**
     * Appends the name with these bytes and returns its index.
     *
     * @param hash the hash of the bytes, already known
     */
    public int add(byte[] bytes, int offset, int length, long hash) {
      hashPending();
      int name = add(bytes, offset, length);
      hashes[name] = hash;
      hashed = size;
      return name;
    }

    /** Appends a name of a table and returns its index here. */
    public int add(NameTable table, int name) {
      return add(table.pool, table.starts[name], table.length(name), table.hashes[name]);
    }

    /** Makes room for names of so many bytes more. */
    public Builder reserveBytes(int bytes) {
      int needed = Math.addExact(starts[size], bytes);
      if (needed > pool.length) {
        long grown = Math.min(pool.length * 2L, Integer.MAX_VALUE - Long.BYTES);
        // Tables that were built already keep the old array.
        pool = Arrays.copyOf(pool, (int) Math.max(needed, grown));
      }
      return this;
    }

    /** Returns the number of names so far. */
    public int size() {
      return size;
    }

    /** Returns the hash of a name so far. */
    public long hash(int name) {
      hashPending();
      return hashes[name];
    }

    private void hashPending() {
      if (hashed < size) {
        NameHashing.hash(pool, starts, hashes, hashed, size);
        hashed = size;
      }
    }

    /** Returns the table; the builder may go on afterwards. */
    public NameTable build() {
      hashPending();
      // What a builder appends later stands behind the bytes of this table.
      return new NameTable(pool, Arrays.copyOf(starts, size + 1), Arrays.copyOf(hashes, size));
    }
  }
}
