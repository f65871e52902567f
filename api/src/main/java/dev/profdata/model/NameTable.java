package dev.profdata.model;

import java.security.MessageDigest;
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
            && Arrays.equals(pool, table.pool);
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

  /** Collects names for a table. Confined to one thread. */
  public static final class Builder {
    private static final int INITIAL_NAMES = 64;
    private static final int INITIAL_BYTES = 1024;

    private final MessageDigest digest = ProfileName.newDigest();
    private byte[] pool = new byte[INITIAL_BYTES];
    private int[] starts = new int[INITIAL_NAMES + 1];
    private long[] hashes = new long[INITIAL_NAMES];
    private int size;

    private Builder() {}

    /** Appends a name and returns its index. */
    public int add(ProfileName name) {
      byte[] bytes = name.bytes();
      return add(bytes, 0, bytes.length);
    }

    /** Appends the name with these bytes, hashes it, and returns its index. */
    public int add(byte[] bytes, int offset, int length) {
      return add(bytes, offset, length, ProfileName.hash(digest, bytes, offset, length));
    }

    /**
     * Appends the name with these bytes and returns its index.
     *
     * @param hash the hash of the bytes, already known
     */
    public int add(byte[] bytes, int offset, int length, long hash) {
      reserve(length);
      System.arraycopy(bytes, offset, pool, starts[size], length);
      starts[size + 1] = starts[size] + length;
      hashes[size] = hash;
      return size++;
    }

    private void reserve(int length) {
      if (size == hashes.length) {
        hashes = Arrays.copyOf(hashes, size * 2);
        starts = Arrays.copyOf(starts, size * 2 + 1);
      }
      int needed = Math.addExact(starts[size], length);
      if (needed > pool.length) {
        long doubled = Math.min(pool.length * 2L, Integer.MAX_VALUE - Long.BYTES);
        pool = Arrays.copyOf(pool, (int) Math.max(needed, doubled));
      }
    }

    /** Returns the number of names so far. */
    public int size() {
      return size;
    }

    /** Returns the hash of a name so far. */
    public long hash(int name) {
      return hashes[name];
    }

    /** Returns the table; the builder may go on afterwards. */
    public NameTable build() {
      return new NameTable(
          Arrays.copyOf(pool, starts[size]),
          Arrays.copyOf(starts, size + 1),
          Arrays.copyOf(hashes, size));
    }
  }
}
