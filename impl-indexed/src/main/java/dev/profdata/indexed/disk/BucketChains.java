package dev.profdata.indexed.disk;

import java.util.Arrays;

/**
 * LLVM's on-disk chained hash table while it is filled: which items stand in which bucket, in which
 * order.
 *
 * <p>An item goes to the head of its chain, and every change of the number of buckets reverses
 * chains, so the bytes of a file depend on all of its history.
 */
final class BucketChains {
  private static final int INITIAL_BUCKETS = 64;
  private static final int NONE = -1;

  private final long[] hashes;
  private final int[] next;
  private int[] heads = emptyHeads(INITIAL_BUCKETS);
  private int entries;

  private BucketChains(long[] hashes) {
    this.hashes = hashes;
    this.next = new int[hashes.length];
  }

  private static int[] emptyHeads(int buckets) {
    int[] heads = new int[buckets];
    Arrays.fill(heads, NONE);
    return heads;
  }

  /**
   * Inserts items in turn.
   *
   * @param hashes the hash of each item
   * @param fitsAtEnd whether the number of buckets is fitted to that of items in the end, as all
   *     releases since 2016 do
   */
  static BucketChains of(long[] hashes, boolean fitsAtEnd) {
    BucketChains chains = new BucketChains(hashes);
    for (int item = 0; item < hashes.length; item++) {
      chains.insert(item);
    }
    if (fitsAtEnd) {
      chains.fit();
    }
    return chains;
  }

  private void insert(int item) {
    entries++;
    if (entries * 4L >= heads.length * 3L) {
      resize(heads.length * 2);
    }
    addAtHead(heads, item);
  }

  private void addAtHead(int[] buckets, int item) {
    int bucket = (int) hashes[item] & buckets.length - 1;
    next[item] = buckets[bucket];
    buckets[bucket] = item;
  }

  private void resize(int buckets) {
    int[] resized = emptyHeads(buckets);
    for (int head : heads) {
      int item = head;
      while (item != NONE) {
        int following = next[item];
        addAtHead(resized, item);
        item = following;
      }
    }
    heads = resized;
  }

  private void fit() {
    int target = entries <= 2 ? 1 : Math.toIntExact(Long.highestOneBit(entries * 4L / 3) * 2);
    if (target != heads.length) {
      resize(target);
    }
  }

  int buckets() {
    return heads.length;
  }

  /** Tells an answer of {@link #first} or {@link #next} from the end of a chain. */
  static boolean isItem(int item) {
    return item != NONE;
  }

  /** Returns the first item of a bucket in the order of the file. */
  int first(int bucket) {
    return heads[bucket];
  }

  /** Returns the item behind one in its bucket. */
  int next(int item) {
    return next[item];
  }

  /** Returns the number of items of a bucket. */
  int size(int bucket) {
    int size = 0;
    for (int item = heads[bucket]; item != NONE; item = next[item]) {
      size++;
    }
    return size;
  }
}
