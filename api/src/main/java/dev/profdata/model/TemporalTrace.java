package dev.profdata.model;

import java.util.Arrays;

/**
 * The order in which functions of one run were entered first (LLVM's {@code TemporalProfTraceTy}).
 *
 * @since 0.1
 */
public final class TemporalTrace {
  private final long weight;
  private final long[] nameHashes;

  private TemporalTrace(long weight, long[] nameHashes) {
    this.weight = weight;
    this.nameHashes = nameHashes;
  }

  /**
   * Returns a trace.
   *
   * @param weight unsigned
   * @param nameHashes hashes of names, earliest first; copied
   */
  public static TemporalTrace of(long weight, long... nameHashes) {
    return new TemporalTrace(weight, nameHashes.clone());
  }

  /** Returns the weight, unsigned. */
  public long weight() {
    return weight;
  }

  /** Returns the number of functions. */
  public int size() {
    return nameHashes.length;
  }

  /** Returns the hash of the name of the function at a place, from 0 on. */
  public long nameHash(int place) {
    return nameHashes[place];
  }

  /** Returns this trace, or its first {@code length} functions if it is longer. */
  public TemporalTrace truncated(int length) {
    return size() <= length ? this : new TemporalTrace(weight, Arrays.copyOf(nameHashes, length));
  }

  /** Returns this trace with another weight, unsigned. */
  public TemporalTrace withWeight(long other) {
    return new TemporalTrace(other, nameHashes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TemporalTrace trace
        && weight == trace.weight
        && Arrays.equals(nameHashes, trace.nameHashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(nameHashes);
  }

  @Override
  public String toString() {
    return "trace of %d functions, weight %s".formatted(size(), Long.toUnsignedString(weight));
  }
}
