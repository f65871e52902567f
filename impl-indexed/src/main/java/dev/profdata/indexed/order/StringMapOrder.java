package dev.profdata.indexed.order;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.internal.bytes.Xxh3;
import dev.profdata.model.NameTable;
import java.util.Arrays;

/**
 * The iteration order of LLVM's {@code StringMap} after names were inserted one by one.
 *
 * <p>Up to release 16 names are hashed with DJB (h = h * 33 + byte, from 0), later with the lower
 * half of XXH3.
 */
public final class StringMapOrder {
  private static final int INITIAL_BUCKETS = 16;
  private static final int DJB_FACTOR = 33;

  private final Probing probing;
  private final boolean xxh3;

  private StringMapOrder(Probing probing, boolean xxh3) {
    this.probing = probing;
    this.xxh3 = xxh3;
  }

  /** Returns the order of a release. */
  public static StringMapOrder of(LlvmRelease release) {
    return new StringMapOrder(Probing.of(release), release.follows(ReleaseRule.XXH3_STRING_MAP));
  }

  /** Returns the names of a table, each once, in the order of the map. */
  public int[] order(NameTable names) {
    int[] inserted = new int[names.size()];
    int size = 0;
    for (int name = 0; name < names.size(); name++) {
      if (names.find(names.hash(name)) == name) {
        inserted[size++] = name;
      }
    }
    return order(names, Arrays.copyOf(inserted, size));
  }

  /** Returns distinct names in the order of the map into which they were inserted in turn. */
  public int[] order(NameTable names, int[] inserted) {
    int[] hashes = new int[inserted.length];
    for (int i = 0; i < inserted.length; i++) {
      hashes[i] = hash(names, inserted[i]);
    }
    int[] buckets = Probing.emptyBuckets(INITIAL_BUCKETS);
    for (int i = 0; i < inserted.length; i++) {
      buckets[probing.emptyBucket(buckets, hashes[i])] = i;
      if ((i + 1L) * 4 > buckets.length * 3L) {
        buckets = rehashed(buckets, hashes);
      }
    }
    int[] order = new int[inserted.length];
    int next = 0;
    for (int entry : buckets) {
      if (entry != Probing.EMPTY) {
        order[next++] = inserted[entry];
      }
    }
    return order;
  }

  private int[] rehashed(int[] buckets, int[] hashes) {
    int[] larger = Probing.emptyBuckets(buckets.length * 2);
    for (int entry : buckets) {
      if (entry != Probing.EMPTY) {
        larger[probing.emptyBucket(larger, hashes[entry])] = entry;
      }
    }
    return larger;
  }

  private int hash(NameTable names, int name) {
    if (xxh3) {
      byte[] bytes = new byte[names.length(name)];
      names.copyName(name, bytes, 0);
      return (int) Xxh3.hash(bytes);
    }
    int hash = 0;
    for (int i = 0; i < names.length(name); i++) {
      hash = hash * DJB_FACTOR + (names.byteAt(name, i) & 0xFF);
    }
    return hash;
  }
}
