package dev.profdata.indexed.disk;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.ProfileSection;
import java.io.IOException;

/** The bucket table of an indexed profile: how many names there are, and where each bucket is. */
final class BucketTable {
  static final int HEADER_BYTES = 2 * Long.BYTES;

  private final BoundedReader table;
  private final long buckets;
  private final long entries;

  private BucketTable(BoundedReader table) throws IOException {
    this.table = table;
    this.buckets = table.u64();
    this.entries = table.u64();
    if (Long.bitCount(buckets) != 1 || buckets < 0 || buckets > table.remaining() / Long.BYTES) {
      throw table.error(
          ErrorKind.MALFORMED,
          table.start(),
          "%s buckets, %d bytes are left"
              .formatted(Long.toUnsignedString(buckets), table.remaining()));
    }
  }

  static BucketTable of(IndexedHeader header) throws IOException {
    return new BucketTable(header.part(ProfileSection.BUCKETS, IndexedHeaderField.HASH_OFFSET));
  }

  /** Returns the number of names, unsigned. */
  long entries() {
    return entries;
  }

  /** Returns the offset in the file of the bucket of a hash, 0 if it is empty. */
  long bucketOffset(long hash) throws IOException {
    table.seek(table.start() + HEADER_BYTES + (hash & buckets - 1) * Long.BYTES);
    return table.u64();
  }
}
