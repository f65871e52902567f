package dev.profdata.model;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What one run, or a sum of runs, counted in an image: flat runs that a {@link FunctionTable} cuts
 * into functions.
 *
 * <p>Immutable: the arrays that a builder takes over must not be changed afterwards.
 *
 * @since 0.1
 */
public final class ImageCounts {
  private final long[] counters;
  private final int counterCount;
  private final byte[] bitmap;
  private final ValueData values;
  private final long @Nullable [] uniformCounters;
  private final byte @Nullable [][] uniformity;
  private final long @Nullable [] timestamps;

  private ImageCounts(Builder builder) {
    this.counters = builder.counters;
    this.counterCount = builder.counterCount;
    this.bitmap = builder.bitmap;
    this.values = builder.values;
    this.uniformCounters = builder.uniformCounters;
    this.uniformity = builder.uniformity;
    this.timestamps = builder.timestamps;
  }

  /** Returns a builder of counts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the length of the run of counters. */
  public int counters() {
    return counterCount;
  }

  /** Returns the counter at an index, unsigned; with byte coverage 1 for covered, else 0. */
  public long counter(int index) {
    return counters[index];
  }

  /** Copies {@code length} counters from {@code start} on to {@code target} from {@code at} on. */
  public void copyCounters(int start, long[] target, int at, int length) {
    System.arraycopy(counters, start, target, at, length);
  }

  /** Returns all bits that are set in any of {@code length} counters from {@code start} on. */
  public long counterBits(int start, int length) {
    long bits = 0;
    for (int i = start; i < start + length; i++) {
      bits |= counters[i];
    }
    return bits;
  }

  /**
   * Adds {@code length} counters from {@code start} on to those of {@code target} from {@code at}
   * on, modulo 2^64.
   */
  public void addCounters(int start, long[] target, int at, int length) {
    for (int i = 0; i < length; i++) {
      target[at + i] += counters[start + i];
    }
  }

  /** Returns the first counter above a limit, unsigned, if there is one. */
  public OptionalLong firstCounterAbove(long limit) {
    for (int i = 0; i < counterCount; i++) {
      if (Long.compareUnsigned(counters[i], limit) > 0) {
        return OptionalLong.of(counters[i]);
      }
    }
    return OptionalLong.empty();
  }

  /** Returns the length of the run of bitmap bytes. */
  public int bitmapBytes() {
    return bitmap.length;
  }

  /** Returns the bitmap byte at an index. */
  public byte bitmapByte(int index) {
    return bitmap[index];
  }

  /** Copies {@code length} bitmap bytes from {@code start} on to {@code target}. */
  public void copyBitmap(int start, byte[] target, int at, int length) {
    System.arraycopy(bitmap, start, target, at, length);
  }

  /** Returns the values seen at the value sites. */
  public ValueData values() {
    return values;
  }

  /** Returns these counts with other values at the value sites. */
  public ImageCounts withValues(ValueData data) {
    return toBuilder().values(data).build();
  }

  /** Returns a builder that starts with these counts. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.counters = counters;
    builder.counterCount = counterCount;
    builder.bitmap = bitmap;
    builder.values = values;
    builder.uniformCounters = uniformCounters;
    builder.uniformity = uniformity;
    builder.timestamps = timestamps;
    return builder;
  }

  /** Tells whether each counter has a twin that counts executions with all lanes active. */
  public boolean hasUniformCounters() {
    return uniformCounters != null;
  }

  /** Returns the uniform twin of the counter at an index, unsigned. */
  public long uniformCounter(int index) {
    return uniformCounters == null ? 0 : uniformCounters[index];
  }

  /**
   * Returns the uniformity bytes of a row, as indexed profiles keep them: bit i, lowest first, says
   * that counter i was mostly reached with all lanes active.
   */
  public Optional<byte[]> uniformity(int row) {
    byte[] bytes = uniformity == null ? null : uniformity[row];
    return bytes == null ? Optional.empty() : Optional.of(bytes.clone());
  }

  /** Tells whether any row may have uniformity bytes. */
  public boolean hasUniformity() {
    return uniformity != null;
  }

  /** Tells whether functions carry the time of their first entry. */
  public boolean hasTimestamps() {
    return timestamps != null;
  }

  /** Returns the time stamp of a row: 0 if the function was never entered. */
  public long timestamp(int row) {
    return timestamps == null ? 0 : timestamps[row];
  }

  /** Returns the numbers of counters, bitmap bytes and values. */
  @Override
  public String toString() {
    return "%d counters, %d bitmap bytes, %s".formatted(counterCount, bitmap.length, values);
  }

  /** Collects the parts; what is not given is empty. Confined to one thread. */
  public static final class Builder {
    private long[] counters = new long[0];
    private int counterCount;
    private byte[] bitmap = new byte[0];
    private ValueData values = ValueData.EMPTY;
    private long @Nullable [] uniformCounters;
    private byte @Nullable [][] uniformity;
    private long @Nullable [] timestamps;

    private Builder() {}

    /** Takes over the run of counters. */
    public Builder counters(long[] owned) {
      return counters(owned, owned.length);
    }

    /** Takes over the run of counters that the first {@code length} elements are. */
    public Builder counters(long[] owned, int length) {
      this.counters = owned;
      this.counterCount = Objects.checkIndex(length, owned.length + 1);
      return this;
    }

    /** Takes over the run of bitmap bytes. */
    public Builder bitmap(byte[] owned) {
      this.bitmap = owned;
      return this;
    }

    /** Sets the values of the value sites. */
    public Builder values(ValueData data) {
      this.values = data;
      return this;
    }

    /** Takes over the uniform twins, one for each counter of the run. */
    public Builder uniformCounters(long[] owned) {
      this.uniformCounters = owned;
      return this;
    }

    /** Takes over the uniformity bytes, one array for each row, null where there are none. */
    public Builder uniformity(byte @Nullable [][] owned) {
      this.uniformity = owned;
      return this;
    }

    /** Takes over the time stamps, one for each row. */
    public Builder timestamps(long[] owned) {
      this.timestamps = owned;
      return this;
    }

    /** Returns the counts. */
    public ImageCounts build() {
      return new ImageCounts(this);
    }
  }

  boolean sameCounters(int start, ImageCounts other, int otherStart, int length) {
    return Arrays.equals(
        counters, start, start + length, other.counters, otherStart, otherStart + length);
  }

  boolean sameBitmap(int start, ImageCounts other, int otherStart, int length) {
    return Arrays.equals(
        bitmap, start, start + length, other.bitmap, otherStart, otherStart + length);
  }
}
