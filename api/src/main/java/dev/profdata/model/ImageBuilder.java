package dev.profdata.model;

import dev.profdata.format.ProfileFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds an image function by function, for readers whose format has no columns and for profiles
 * that are made by hand.
 *
 * <p>Call {@link #function}, then {@link #counter}, {@link #bitmap}, {@link #site} and {@link
 * #value} for that function, in any mixture; sites of a kind keep their order. Confined to one
 * thread.
 *
 * @since 0.1
 */
public final class ImageBuilder {
  private static final int INITIAL = 64;
  private static final byte[] NO_BYTES = {};

  private final ProfileFormat format;
  private final NameTable.Builder names = NameTable.builder();
  private final FunctionTable likely;
  private boolean resembles;
  private final FunctionTable.Builder functions = FunctionTable.builder();
  private final ValueData.Builder values = ValueData.builder();
  private final List<PendingSites> pending = new ArrayList<>();
  private final Map<Integer, byte[]> uniformity = new HashMap<>();
  private long[] counters = new long[INITIAL];
  private int counterCount;
  private int counterStart;
  private byte[] bitmap = new byte[INITIAL];
  private int bitmapCount;
  private int bitmapStart;
  private boolean open;
  private boolean hasSites;
  private int lastName;
  private int[] nameOfRow = new int[INITIAL];
  private long lastStructuralHash;
  private byte[] lastUniformity = NO_BYTES;
  private ValueKind lastKind = ValueKind.INDIRECT_CALL_TARGET;

  /** Starts an image of this format without functions. */
  public ImageBuilder(ProfileFormat format) {
    this(format, FunctionTable.EMPTY);
  }

  /**
   * Starts an image that probably has the functions of another one, in the same order: if it turns
   * out so, the image gets the same table.
   */
  public ImageBuilder(ProfileFormat format, FunctionTable likely) {
    this.format = format;
    this.likely = likely;
    this.resembles = likely.size() > 0;
    if (resembles) {
      reserve();
    }
    for (int kind = 0; kind < ValueKind.all().size(); kind++) {
      pending.add(new PendingSites());
    }
  }

  /** Makes room for what the likely table has: growing by and by takes longer than reading. */
  private void reserve() {
    functions.reserve(likely.size());
    nameOfRow = new int[likely.size()];
    counters = new long[(int) Math.min(likely.totalCounters(), Integer.MAX_VALUE - Long.BYTES)];
    values.reserveSites(likely.totalSites());
  }

  /** Begins the next function. */
  public ImageBuilder function(ProfileName name, long structuralHash) {
    byte[] bytes = name.bytes();
    return function(bytes, 0, bytes.length, structuralHash);
  }

  /** Begins the next function, whose name is these bytes. */
  public ImageBuilder function(byte[] name, int offset, int length, long structuralHash) {
    commit();
    int row = functions.size();
    if (resembles && !likely.isNamed(row, name, offset, length)) {
      stopResembling();
    }
    lastName = resembles ? likely.nameIndex(row) : names.add(name, offset, length);
    return begin(structuralHash);
  }

  /** From here on the functions are others; the names so far are those of the likely table. */
  private void stopResembling() {
    resembles = false;
    lastName = 0;
    int copied = -1;
    for (int row = 0; row < functions.size(); row++) {
      int name = likely.nameIndex(row);
      if (name != copied) {
        lastName = names.add(likely.names(), name);
        copied = name;
      }
      nameOfRow[row] = lastName;
    }
  }

  /** Begins the next function with the name of the last one. */
  public ImageBuilder sameName(long structuralHash) {
    commit();
    if (resembles && !likely.isNamed(functions.size(), lastName)) {
      stopResembling();
    }
    return begin(structuralHash);
  }

  private ImageBuilder begin(long structuralHash) {
    lastStructuralHash = structuralHash;
    open = true;
    return this;
  }

  /** Forgets the function that was begun last, if it turns out to be damaged. */
  public ImageBuilder abandonFunction() {
    counterCount = counterStart;
    bitmapCount = bitmapStart;
    lastUniformity = NO_BYTES;
    pending.forEach(PendingSites::clear);
    hasSites = false;
    open = false;
    return this;
  }

  /** Adds a name that no function bears, so that values may refer to it. */
  public ImageBuilder extraName(ProfileName name) {
    if (resembles) {
      stopResembling();
    }
    names.add(name);
    return this;
  }

  /** Appends a counter, unsigned, to the last function. */
  public ImageBuilder counter(long count) {
    if (counterCount == counters.length) {
      counters = Arrays.copyOf(counters, Math.addExact(Math.multiplyExact(counterCount, 2), 1));
    }
    counters[counterCount++] = count;
    return this;
  }

  /** Appends counters, unsigned, to the last function. */
  public ImageBuilder counters(long... counts) {
    return counters(counts, counts.length);
  }

  /** Appends the first {@code length} of some counters, unsigned, to the last function. */
  public ImageBuilder counters(long[] counts, int length) {
    if (length > counters.length - counterCount) {
      int doubled = Math.multiplyExact(counters.length, 2);
      counters = Arrays.copyOf(counters, Math.max(doubled, Math.addExact(counterCount, length)));
    }
    System.arraycopy(counts, 0, counters, counterCount, length);
    counterCount += length;
    return this;
  }

  /** Appends a bitmap byte to the last function. */
  public ImageBuilder bitmap(byte value) {
    if (bitmapCount == bitmap.length) {
      bitmap = Arrays.copyOf(bitmap, Math.multiplyExact(bitmapCount, 2));
    }
    bitmap[bitmapCount++] = value;
    return this;
  }

  /** Sets the uniformity bytes of the last function. */
  public ImageBuilder uniformity(byte... bytes) {
    lastUniformity = bytes.clone();
    return this;
  }

  /** Begins a value site of the last function. */
  public ImageBuilder site(ValueKind kind) {
    lastKind = kind;
    hasSites = true;
    pending.get(kind.number()).begin();
    return this;
  }

  /** Appends a value to the site begun last. */
  public ImageBuilder value(long value, long count) {
    pending.get(lastKind.number()).add(value, count);
    return this;
  }

  /** Makes a row of the function at hand. */
  private void commit() {
    if (!open) {
      return;
    }
    // Names are hashed all together in the end, by several threads.
    int row = functions.addRow(0, lastStructuralHash);
    nameOfRow = row < nameOfRow.length ? nameOfRow : Arrays.copyOf(nameOfRow, row * 2);
    nameOfRow[row] = lastName;
    functions.counters(counterStart, counterCount - counterStart);
    functions.bitmap(bitmapStart, bitmapCount - bitmapStart);
    counterStart = counterCount;
    bitmapStart = bitmapCount;
    if (hasSites) {
      commitSites();
    }
    if (lastUniformity.length > 0) {
      uniformity.put(row, lastUniformity);
      lastUniformity = NO_BYTES;
    }
    open = false;
  }

  private void commitSites() {
    for (ValueKind kind : ValueKind.all()) {
      PendingSites sites = pending.get(kind.number());
      functions.sites(kind, sites.count());
      sites.drainTo(values);
    }
    hasSites = false;
  }

  /** Returns the number of functions so far. */
  public int size() {
    return functions.size() + (open ? 1 : 0);
  }

  /** Returns a builder of the image, to which flags, ids and virtual tables may be added. */
  public ProfileImage.Builder finish() {
    commit();
    ImageCounts.Builder counts =
        ImageCounts.builder()
            .counters(
                counterCount == counters.length ? counters : Arrays.copyOf(counters, counterCount))
            .bitmap(Arrays.copyOf(bitmap, bitmapCount))
            .values(values.build());
    if (!uniformity.isEmpty()) {
      byte[][] byRow = new byte[functions.size()][];
      uniformity.forEach((row, bytes) -> byRow[row] = bytes);
      counts.uniformity(byRow);
    }
    return ProfileImage.builder(format, table(), counts.build());
  }

  private FunctionTable table() {
    if (resembles && functions.isSameAs(likely)) {
      return likely;
    }
    NameTable table = resembles ? likely.names() : names.build();
    functions.nameRows(row -> table.hash(nameOfRow[row]));
    return functions.build(table);
  }

  /** Returns the image without flags, ids and virtual tables. */
  public ProfileImage build() {
    return finish().build();
  }

  /** The sites of one kind of the function at hand. */
  private static final class PendingSites {
    private int[] starts = new int[INITIAL];
    private int sites;
    private long[] pairs = new long[INITIAL];
    private int used;

    void begin() {
      if (sites == starts.length) {
        starts = Arrays.copyOf(starts, sites * 2);
      }
      starts[sites++] = used;
    }

    void add(long value, long count) {
      if (used == pairs.length) {
        pairs = Arrays.copyOf(pairs, used * 2);
      }
      pairs[used++] = value;
      pairs[used++] = count;
    }

    int count() {
      return sites;
    }

    void drainTo(ValueData.Builder target) {
      for (int site = 0; site < sites; site++) {
        target.beginSite();
        int end = site + 1 < sites ? starts[site + 1] : used;
        for (int at = starts[site]; at < end; at += 2) {
          target.add(pairs[at], pairs[at + 1]);
        }
      }
      clear();
    }

    void clear() {
      sites = 0;
      used = 0;
    }
  }
}
