package dev.profdata.indexed.order;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;

/**
 * The iteration order of the map that holds the records of one name (LLVM's {@code SmallDenseMap}
 * with four inline buckets), after structural hashes were inserted one by one.
 */
public final class RecordMapOrder {
  private static final int INLINE_BUCKETS = 4;
  private static final int FIRST_HEAP_BUCKETS = 64;
  private static final int FACTOR = 37;
  private static final long MIX = 0xBF58_476D_1CE4_E5B9L;

  private final Probing probing;
  private final boolean mixed;

  private RecordMapOrder(Probing probing, boolean mixed) {
    this.probing = probing;
    this.mixed = mixed;
  }

  /** Returns the order of a release. */
  public static RecordMapOrder of(LlvmRelease release) {
    return new RecordMapOrder(Probing.of(release), release.follows(ReleaseRule.MIXED_RECORD_HASH));
  }

  /** Returns the indexes of distinct structural hashes in the order of the map. */
  public int[] order(long[] structuralHashes) {
    int[] buckets = Probing.emptyBuckets(INLINE_BUCKETS);
    for (int i = 0; i < structuralHashes.length; i++) {
      if ((i + 1L) * 4 >= buckets.length * 3L) {
        buckets = grown(buckets, structuralHashes);
      }
      buckets[probing.emptyBucket(buckets, hash(structuralHashes[i]))] = i;
    }
    int[] order = new int[structuralHashes.length];
    int next = 0;
    for (int entry : buckets) {
      if (entry != Probing.EMPTY) {
        order[next++] = entry;
      }
    }
    return order;
  }

  private int[] grown(int[] buckets, long[] structuralHashes) {
    int[] larger =
        Probing.emptyBuckets(Math.max(FIRST_HEAP_BUCKETS, Math.multiplyExact(buckets.length, 2)));
    for (int entry : buckets) {
      if (entry != Probing.EMPTY) {
        larger[probing.emptyBucket(larger, hash(structuralHashes[entry]))] = entry;
      }
    }
    return larger;
  }

  private int hash(long structuralHash) {
    if (mixed) {
      long product = structuralHash * MIX;
      return (int) (product ^ product >>> 31);
    }
    return (int) structuralHash * FACTOR;
  }
}
