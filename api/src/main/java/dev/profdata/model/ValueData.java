package dev.profdata.model;

import java.util.Arrays;

/**
 * The values seen at the value sites of an image, each with how often it was seen.
 *
 * <p>Sites stand in the order of the function table: by row, then kind, then site. The pairs of all
 * sites form one run, in the order of the file. A site may hold the same value more than once. A
 * value that names a target is the hash of the target's name, 0 if it is not in the profile; raw
 * profiles keep the address that was found beside it. Immutable.
 *
 * @since 0.1
 */
public final class ValueData {
  /** No sites. */
  public static final ValueData EMPTY = builder().build();

  private final int[] siteStarts;
  private final long[] values;
  private final long[] counts;
  private final long[] rawValues;

  private ValueData(int[] siteStarts, long[] values, long[] counts, long[] rawValues) {
    this.siteStarts = siteStarts;
    this.values = values;
    this.counts = counts;
    this.rawValues = rawValues;
  }

  /** Returns a builder of value data. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the value data of so many sites without values. */
  public static ValueData ofEmptySites(int sites) {
    return new ValueData(new int[sites + 1], new long[0], new long[0], new long[0]);
  }

  /** Returns the number of sites. */
  public int sites() {
    return siteStarts.length - 1;
  }

  /** Returns the index of the first pair of a site. */
  public int start(int site) {
    return siteStarts[site];
  }

  /** Returns the index after the last pair of a site. */
  public int end(int site) {
    return siteStarts[site + 1];
  }

  /** Returns the number of pairs of all sites. */
  public int pairs() {
    return values.length;
  }

  /** Returns the value of a pair. */
  public long value(int pair) {
    return values[pair];
  }

  /** Returns how often the value of a pair was seen, unsigned. */
  public long count(int pair) {
    return counts[pair];
  }

  /** Returns the value as the program had it: an address where {@link #value} is a hash. */
  public long rawValue(int pair) {
    return rawValues[pair];
  }

  /** Compares a run of sites with one of other value data, raw values aside. */
  boolean sameSites(int first, ValueData other, int otherFirst, int count) {
    for (int i = 0; i < count; i++) {
      int start = siteStarts[first + i];
      int end = siteStarts[first + i + 1];
      int otherStart = other.siteStarts[otherFirst + i];
      int otherEnd = other.siteStarts[otherFirst + i + 1];
      if (!Arrays.equals(values, start, end, other.values, otherStart, otherEnd)
          || !Arrays.equals(counts, start, end, other.counts, otherStart, otherEnd)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ValueData data
        && Arrays.equals(siteStarts, data.siteStarts)
        && Arrays.equals(values, data.values)
        && Arrays.equals(counts, data.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values) * 31 + Arrays.hashCode(counts);
  }

  /** Returns the numbers of sites and values. */
  @Override
  public String toString() {
    return "%d values at %d sites".formatted(pairs(), sites());
  }

  /** Collects sites and their values, in order. Confined to one thread. */
  public static final class Builder {
    private static final int INITIAL = 16;

    private int[] siteStarts = new int[INITIAL];
    private int sites;
    private long[] values = new long[INITIAL];
    private long[] counts = new long[INITIAL];
    private long[] rawValues = new long[INITIAL];
    private int pairs;

    private Builder() {}

    /** Makes room for so many sites in all. */
    Builder reserveSites(int count) {
      if (count >= siteStarts.length) {
        siteStarts = Arrays.copyOf(siteStarts, count + 1);
      }
      return this;
    }

    /** Begins the next site, without values so far. */
    public Builder beginSite() {
      if (sites + 1 == siteStarts.length) {
        siteStarts = Arrays.copyOf(siteStarts, siteStarts.length * 2);
      }
      siteStarts[sites] = pairs;
      sites++;
      siteStarts[sites] = pairs;
      return this;
    }

    /** Appends a pair to the last site. */
    public Builder add(long value, long count) {
      return add(value, count, value);
    }

    /**
     * Appends a pair to the last site.
     *
     * @param rawValue the value as the program had it
     */
    public Builder add(long value, long count, long rawValue) {
      if (sites == 0) {
        throw new IllegalStateException("a value needs a site: call beginSite first");
      }
      if (pairs == values.length) {
        values = Arrays.copyOf(values, pairs * 2);
        counts = Arrays.copyOf(counts, pairs * 2);
        rawValues = Arrays.copyOf(rawValues, pairs * 2);
      }
      values[pairs] = value;
      counts[pairs] = count;
      rawValues[pairs] = rawValue;
      pairs++;
      siteStarts[sites] = pairs;
      return this;
    }

    /** Returns the number of sites so far. */
    public int sites() {
      return sites;
    }

    /** Returns the value data. */
    public ValueData build() {
      return new ValueData(
          Arrays.copyOf(siteStarts, sites + 1),
          Arrays.copyOf(values, pairs),
          Arrays.copyOf(counts, pairs),
          Arrays.copyOf(rawValues, pairs));
    }
  }
}
