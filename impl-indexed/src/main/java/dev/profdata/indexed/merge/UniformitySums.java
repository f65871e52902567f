package dev.profdata.indexed.merge;

import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.ProfileImage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of uniform executions of GPU functions: sums of uniform counters while all inputs
 * are raw, bits as soon as one input has only bits.
 *
 * <p>Only GPU programs have either, so places are looked up in a map that is otherwise empty.
 */
final class UniformitySums {
  private static final int UNIFORM_TENTHS = 9;

  private final Map<Integer, Entry> entries = new HashMap<>();

  /** Uniform counters and their plain twins, or bits. */
  static final class Entry {
    /** Nothing is known. */
    static final Entry UNKNOWN = new Entry(null, null, null);

    final long @Nullable [] uniform;
    final long @Nullable [] plain;
    final byte @Nullable [] bits;

    Entry(long @Nullable [] uniform, long @Nullable [] plain, byte @Nullable [] bits) {
      this.uniform = uniform;
      this.plain = plain;
      this.bits = bits;
    }

    /** Returns what was taken out of an entry; what it did not know has no elements. */
    static Entry of(long[] uniform, long[] plain, byte[] bits) {
      boolean counted = uniform.length > 0;
      return new Entry(
          counted ? uniform : null, counted ? plain : null, bits.length > 0 ? bits : null);
    }

    long[] uniform() {
      return uniform == null ? new long[0] : uniform;
    }

    long[] plain() {
      return plain == null ? new long[0] : plain;
    }

    byte[] bits() {
      return bits == null ? new byte[0] : bits;
    }

    Entry scaled(long weight) {
      return weight == 1 || uniform == null || plain == null
          ? this
          : new Entry(
              UniformitySums.scaled(uniform, weight), UniformitySums.scaled(plain, weight), bits);
    }

    byte @Nullable [] asBits() {
      return bits != null || uniform == null || plain == null ? bits : bitsOf(uniform, plain);
    }
  }

  void append(int place, ProfileImage image, int row, long weight) {
    Entry entry = entryOf(image, row, weight);
    if (entry != null) {
      entries.put(place, entry);
    }
  }

  void merge(int place, ProfileImage image, int row, long weight) {
    Entry other = entryOf(image, row, weight);
    if (other != null) {
      entries.merge(place, other, UniformitySums::sum);
    }
  }

  /** Takes over what another sum knows of a place of its own. */
  void append(int place, UniformitySums other, int otherPlace, long weight) {
    Entry entry = other.entries.get(otherPlace);
    if (entry != null) {
      entries.put(place, entry.scaled(weight));
    }
  }

  /** Adds what another sum knows of a place of its own. */
  void merge(int place, UniformitySums other, int otherPlace, long weight) {
    Entry entry = other.entries.get(otherPlace);
    if (entry != null) {
      entries.merge(place, entry.scaled(weight), UniformitySums::sum);
    }
  }

  /** Takes over what was saved of a place. */
  void restore(int place, Entry entry) {
    entries.put(place, entry);
  }

  /** Returns what is known, by place. */
  Map<Integer, Entry> entries() {
    return Map.copyOf(entries);
  }

  private static @Nullable Entry entryOf(ProfileImage image, int row, long weight) {
    ImageCounts counts = image.counts();
    FunctionTable table = image.functions();
    if (counts.hasUniformCounters()) {
      int start = table.counterStart(row);
      long[] uniform = new long[table.counterCount(row)];
      long[] plain = new long[uniform.length];
      for (int i = 0; i < uniform.length; i++) {
        uniform[i] = SaturatingMath.multiply(counts.uniformCounter(start + i), weight);
        plain[i] = SaturatingMath.multiply(counts.counter(start + i), weight);
      }
      return new Entry(uniform, plain, null);
    }
    return counts.uniformity(row).map(bits -> new Entry(null, null, bits)).orElse(null);
  }

  /** Returns the sum, or null where the lengths do not agree: then nothing is known any more. */
  private static @Nullable Entry sum(Entry own, Entry other) {
    if (own.uniform != null && other.uniform != null && own.plain != null && other.plain != null) {
      return new Entry(sum(own.uniform, other.uniform), sum(own.plain, other.plain), null);
    }
    byte[] ownBits = own.asBits();
    byte[] otherBits = other.asBits();
    if (ownBits == null || otherBits == null || ownBits.length != otherBits.length) {
      return null;
    }
    byte[] both = new byte[ownBits.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = (byte) (ownBits[i] & otherBits[i]);
    }
    return new Entry(null, null, both);
  }

  private static long[] sum(long[] own, long[] other) {
    long[] sum = new long[own.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = SaturatingMath.multiplyAdd(own[i], other[i], 1);
    }
    return sum;
  }

  private static long[] scaled(long[] counts, long weight) {
    return Arrays.stream(counts).map(count -> SaturatingMath.multiply(count, weight)).toArray();
  }

  /** Returns a bit for each counter, lowest first, with the unused bits of the last byte set. */
  private static byte[] bitsOf(long[] uniform, long[] plain) {
    byte[] bits = new byte[(uniform.length + Byte.SIZE - 1) / Byte.SIZE];
    for (int i = 0; i < bits.length * Byte.SIZE; i++) {
      if (i >= uniform.length || isUniform(uniform[i], plain[i])) {
        bits[i / Byte.SIZE] |= (byte) (1 << i % Byte.SIZE);
      }
    }
    return bits;
  }

  /** Tells whether {@code uniform * 10 >= plain * 9}, without overflow. */
  private static boolean isUniform(long uniform, long plain) {
    long tenth = Long.divideUnsigned(plain, 10);
    long rest = Long.remainderUnsigned(plain, 10);
    long wanted = tenth * UNIFORM_TENTHS + (rest * UNIFORM_TENTHS + 9) / 10;
    return Long.compareUnsigned(uniform, wanted) >= 0;
  }

  /** Hands the bits of places over, in this order. */
  void addTo(ImageCounts.Builder counts, int[] places) {
    if (!entries.isEmpty()) {
      byte[] @Nullable [] bits = new byte[places.length][];
      for (int row = 0; row < places.length; row++) {
        Entry entry = entries.get(places[row]);
        bits[row] = entry == null ? null : entry.asBits();
      }
      counts.uniformity(bits);
    }
  }
}
