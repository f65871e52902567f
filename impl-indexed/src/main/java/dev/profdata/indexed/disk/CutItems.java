package dev.profdata.indexed.disk;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.Limits;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.model.ImageBuilder;
import java.io.IOException;

/**
 * Reads the items of a file that ends before its bucket table does, bucket by bucket, up to the
 * first that is not whole. The key of an item proves that there is one: it has the hash that is
 * stated.
 */
final class CutItems {
  private static final byte[] ALL_NAMES = {};
  private static final int SMALLEST_BUCKET = Short.BYTES + IndexedRecordReader.ITEM_HEADER;

  private final IndexedHeader header;
  private final BoundedReader records;
  private final IndexedRecordReader reader;
  private final long announcedEnd;

  CutItems(IndexedHeader header, Limits limits, ImageBuilder image) throws IOException {
    this.header = header;
    this.records = header.recordsThere();
    this.reader =
        new IndexedRecordReader(records, IndexedRecordLayout.of(header.version()), image, limits);
    this.announcedEnd =
        header.isUnfinished() ? Long.MAX_VALUE : header.word(IndexedHeaderField.HASH_OFFSET);
  }

  /**
   * Reads all items that are whole.
   *
   * @throws MalformedProfileException if an item contradicts itself; those before it are in the
   *     image
   */
  void readAll() throws IOException {
    int inBucket = 0;
    while (inBucket > 0 || records.remaining() >= SMALLEST_BUCKET) {
      if (inBucket == 0) {
        inBucket = records.u16();
      } else if (!reader.isItemThere(announcedEnd) || !readItem()) {
        return;
      } else {
        inBucket--;
      }
    }
  }

  /** Returns false behind the items of an unfinished file, where something else stands. */
  private boolean readItem() throws IOException {
    try {
      reader.checkHash();
    } catch (MalformedProfileException e) {
      if (header.isUnfinished()) {
        return false;
      }
      throw e;
    }
    reader.readItem(ALL_NAMES);
    return true;
  }
}
