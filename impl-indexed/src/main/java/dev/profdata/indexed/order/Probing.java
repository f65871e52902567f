package dev.profdata.indexed.order;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import java.util.Arrays;

/** How an open-addressing table of LLVM looks for the next bucket. */
enum Probing {
  /** Steps of 1, 2, 3, … buckets. */
  GROWING {
    @Override
    int step(int probe) {
      return probe;
    }
  },
  /** Always the next bucket. */
  LINEAR {
    @Override
    int step(int probe) {
      return 1;
    }
  };

  static Probing of(LlvmRelease release) {
    return release.follows(ReleaseRule.LINEAR_PROBING) ? LINEAR : GROWING;
  }

  /** Returns how far to go on after the {@code probe}-th occupied bucket, from 1 on. */
  abstract int step(int probe);

  /** Returns the first empty bucket for a hash; empty ones hold {@link #EMPTY}. */
  int emptyBucket(int[] buckets, int hash) {
    int bucket = hash & buckets.length - 1;
    for (int probe = 1; buckets[bucket] != EMPTY; probe++) {
      bucket = bucket + step(probe) & buckets.length - 1;
    }
    return bucket;
  }

  static final int EMPTY = -1;

  static int[] emptyBuckets(int count) {
    int[] buckets = new int[count];
    Arrays.fill(buckets, EMPTY);
    return buckets;
  }
}
