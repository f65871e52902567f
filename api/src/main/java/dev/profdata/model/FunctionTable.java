package dev.profdata.model;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * The functions of an image in columns: all that every run of one build has in common.
 *
 * <p>A row is one function record of the file, in the order of the file. Counters and bitmap bytes
 * of a row stand in the {@link ImageCounts} of a run at {@link #counterStart} and {@link
 * #bitmapStart}; its value sites at {@link #firstSite}. The same name may have several rows, with
 * different structural hashes or even the same. Immutable.
 *
 * @since 0.1
 */
public final class FunctionTable {
  /** A table without functions. */
  public static final FunctionTable EMPTY = builder().build(NameTable.EMPTY);

  private final NameTable names;
  private final int size;
  private final int[] nameIndexes;
  private final long[] nameHashes;
  private final long[] structuralHashes;
  private final int[] counterStarts;
  private final int[] counterCounts;
  private final int[] bitmapStarts;
  private final int[] bitmapSizes;
  private final int[] siteStarts;
  private final int[][] siteCounts;

  private FunctionTable(Builder builder, NameTable names) {
    this.names = names;
    this.size = builder.size;
    this.nameHashes = Arrays.copyOf(builder.nameHashes, size);
    this.structuralHashes = Arrays.copyOf(builder.structuralHashes, size);
    this.counterStarts = Arrays.copyOf(builder.counterStarts, size);
    this.counterCounts = Arrays.copyOf(builder.counterCounts, size);
    this.bitmapStarts = Arrays.copyOf(builder.bitmapStarts, size);
    this.bitmapSizes = Arrays.copyOf(builder.bitmapSizes, size);
    this.siteStarts = Arrays.copyOf(builder.siteStarts, size + 1);
    this.siteCounts = new int[ValueKind.all().size()][];
    for (int kind = 0; kind < siteCounts.length; kind++) {
      siteCounts[kind] = Arrays.copyOf(builder.siteCounts[kind], size);
    }
    this.nameIndexes = new int[size];
    for (int row = 0; row < size; row++) {
      nameIndexes[row] = names.find(nameHashes[row]);
    }
  }

  /** Returns a builder of a table. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the number of rows. */
  public int size() {
    return size;
  }

  /** Returns all names of the image, more than its rows need perhaps. */
  public NameTable names() {
    return names;
  }

  /** Returns the hash of the name of a row, {@code 0 <= row < size()} here and below. */
  public long nameHash(int row) {
    return nameHashes[row];
  }

  /** Tells whether the name of a row is known, not only its hash. */
  public boolean hasName(int row) {
    return nameIndexes[row] != NameTable.NOT_FOUND;
  }

  /** Returns where the name of a row stands in {@link #names()}, or {@link NameTable#NOT_FOUND}. */
  public int nameIndex(int row) {
    return nameIndexes[row];
  }

  /** Returns the name of a row; {@link ProfileName#EMPTY} if only its hash is known. */
  public ProfileName name(int row) {
    return hasName(row) ? names.name(nameIndexes[row]) : ProfileName.EMPTY;
  }

  /** Tells whether a row exists and its name has these bytes. */
  boolean isNamed(int row, byte[] name, int offset, int length) {
    return row < size && hasName(row) && names.isEqual(nameIndexes[row], name, offset, length);
  }

  /** Tells whether a row exists and has this name of the table. */
  boolean isNamed(int row, int name) {
    return row < size && nameIndexes[row] == name;
  }

  /** Returns the structural hash (LLVM's {@code funcHash}) of a row. */
  public long structuralHash(int row) {
    return structuralHashes[row];
  }

  /** Returns where the counters of a row start in the counts of a run. */
  public int counterStart(int row) {
    return counterStarts[row];
  }

  /** Returns the number of counters of a row, time stamps not among them. */
  public int counterCount(int row) {
    return counterCounts[row];
  }

  /** Returns where the bitmap of a row starts in the counts of a run. */
  public int bitmapStart(int row) {
    return bitmapStarts[row];
  }

  /** Returns the number of bitmap bytes of a row. */
  public int bitmapSize(int row) {
    return bitmapSizes[row];
  }

  /** Returns the number of value sites of a row and a kind. */
  public int siteCount(int row, ValueKind kind) {
    return siteCounts[kind.number()][row];
  }

  /** Returns the number of value sites of a row, of all kinds. */
  public int siteCount(int row) {
    return siteStarts[row + 1] - siteStarts[row];
  }

  /** Returns the number of value sites of all rows. */
  public int totalSites() {
    return siteStarts[size];
  }

  /** Returns the index in {@link ValueData} of the first site of a row, of any kind. */
  public int firstSite(int row) {
    return siteStarts[row];
  }

  /** Returns the index in {@link ValueData} of the first site of a row and a kind. */
  public int firstSite(int row, ValueKind kind) {
    int site = siteStarts[row];
    for (int below = 0; below < kind.number(); below++) {
      site += siteCounts[below][row];
    }
    return site;
  }

  /** Returns the sum of {@link #counterCount} over all rows. */
  public long totalCounters() {
    long total = 0;
    for (int count : counterCounts) {
      total += count;
    }
    return total;
  }

  /** Returns the sum of {@link #bitmapSize} over all rows. */
  public long totalBitmapBytes() {
    long total = 0;
    for (int bytes : bitmapSizes) {
      total += bytes;
    }
    return total;
  }

  /** Returns the number of rows. */
  @Override
  public String toString() {
    return size + " functions";
  }

  /** Collects rows for a table. Confined to one thread. */
  public static final class Builder {
    private static final int INITIAL_ROWS = 16;

    private int size;
    private long[] nameHashes = new long[INITIAL_ROWS];
    private long[] structuralHashes = new long[INITIAL_ROWS];
    private int[] counterStarts = new int[INITIAL_ROWS];
    private int[] counterCounts = new int[INITIAL_ROWS];
    private int[] bitmapStarts = new int[INITIAL_ROWS];
    private int[] bitmapSizes = new int[INITIAL_ROWS];
    private int[] siteStarts = new int[INITIAL_ROWS + 1];
    private final int[][] siteCounts = new int[ValueKind.all().size()][INITIAL_ROWS];

    private Builder() {}

    /** Makes room for so many rows in all. */
    public Builder reserve(int rows) {
      if (rows > nameHashes.length) {
        resize(rows);
      }
      return this;
    }

    /**
     * Appends a row, without counters, bitmap and sites until they are set.
     *
     * @return the index of the row
     */
    public int addRow(long nameHash, long structuralHash) {
      if (size == nameHashes.length) {
        resize(Math.multiplyExact(size, 2));
      }
      nameHashes[size] = nameHash;
      structuralHashes[size] = structuralHash;
      siteStarts[size + 1] = siteStarts[size];
      return size++;
    }

    /** Says where the counters of the last row stand. */
    public Builder counters(int start, int count) {
      counterStarts[size - 1] = start;
      counterCounts[size - 1] = count;
      return this;
    }

    /** Says where the bitmap bytes of the last row stand. */
    public Builder bitmap(int start, int bytes) {
      bitmapStarts[size - 1] = start;
      bitmapSizes[size - 1] = bytes;
      return this;
    }

    /** Says how many sites of a kind the last row has. */
    public Builder sites(ValueKind kind, int count) {
      siteStarts[size] =
          Math.addExact(siteStarts[size], count - siteCounts[kind.number()][size - 1]);
      siteCounts[kind.number()][size - 1] = count;
      return this;
    }

    private void resize(int rows) {
      nameHashes = Arrays.copyOf(nameHashes, rows);
      structuralHashes = Arrays.copyOf(structuralHashes, rows);
      counterStarts = Arrays.copyOf(counterStarts, rows);
      counterCounts = Arrays.copyOf(counterCounts, rows);
      bitmapStarts = Arrays.copyOf(bitmapStarts, rows);
      bitmapSizes = Arrays.copyOf(bitmapSizes, rows);
      siteStarts = Arrays.copyOf(siteStarts, rows + 1);
      for (int kind = 0; kind < siteCounts.length; kind++) {
        siteCounts[kind] = Arrays.copyOf(siteCounts[kind], rows);
      }
    }

    /** Gives every row so far the hash of its name. */
    void nameRows(IntToLongFunction hashOfRow) {
      for (int row = 0; row < size; row++) {
        nameHashes[row] = hashOfRow.applyAsLong(row);
      }
    }

    /** Tells whether the rows so far are those of a table, names aside. */
    boolean isSameAs(FunctionTable table) {
      boolean same =
          size == table.size
              && Arrays.equals(structuralHashes, 0, size, table.structuralHashes, 0, size)
              && Arrays.equals(counterStarts, 0, size, table.counterStarts, 0, size)
              && Arrays.equals(counterCounts, 0, size, table.counterCounts, 0, size)
              && Arrays.equals(bitmapStarts, 0, size, table.bitmapStarts, 0, size)
              && Arrays.equals(bitmapSizes, 0, size, table.bitmapSizes, 0, size);
      for (int kind = 0; kind < siteCounts.length; kind++) {
        same = same && Arrays.equals(siteCounts[kind], 0, size, table.siteCounts[kind], 0, size);
      }
      return same;
    }

    /** Returns the number of rows so far. */
    public int size() {
      return size;
    }

    /** Returns the table, its rows named by {@code names} where these have their hash. */
    public FunctionTable build(NameTable names) {
      return new FunctionTable(this, names);
    }
  }
}
