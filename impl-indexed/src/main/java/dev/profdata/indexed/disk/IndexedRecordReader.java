package dev.profdata.indexed.disk;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.internal.bytes.Budget;
import dev.profdata.internal.bytes.ByteSink;
import dev.profdata.internal.bytes.ValueDataBlock;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Limit;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileSection;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ValueKind;
import java.io.IOException;
import java.util.Arrays;

/** Reads items of the hash table: a key and the records of that name. */
final class IndexedRecordReader {
  static final int ITEM_HEADER = 3 * Long.BYTES;

  /** LLVM's readers of a version without virtual tables know two kinds; their writers none more. */
  private static final int KINDS = ValueKind.all().size();

  private final BoundedReader records;
  private final IndexedRecordLayout layout;
  private final ImageBuilder image;
  private final Budget.Tally functions;
  private final Budget.Tally counterNumbers;
  private final Budget.Tally nameBytes;
  private final Budget.Tally valueSites;
  private final BoundedReader data;
  private final Sites sites = new Sites();
  private final long[] piece = new long[1024];
  private byte[] key = new byte[256];

  IndexedRecordReader(
      BoundedReader records, IndexedRecordLayout layout, ImageBuilder image, Limits limits) {
    Budget budget = new Budget(records.source(), limits);
    this.functions = budget.of(Limit.FUNCTIONS);
    this.counterNumbers = budget.of(Limit.COUNTERS);
    this.nameBytes = budget.of(Limit.NAME_BYTES);
    this.valueSites = budget.of(Limit.VALUE_SITES);
    this.records = records;
    this.data = records.section(ProfileSection.RECORDS, records.position(), 0);
    this.layout = layout;
    this.image = image;
  }

  /**
   * Tells whether all of the next item is there, or nothing that the end of the file could cut off.
   *
   * @param announcedEnd where the records end if the file is whole
   */
  boolean isItemThere(long announcedEnd) throws IOException {
    if (records.end() == announcedEnd) {
      return true;
    }
    if (records.remaining() < ITEM_HEADER) {
      return false;
    }
    long began = records.position();
    records.u64();
    long keyLength = records.u64();
    long dataLength = records.u64();
    long most = announcedEnd - records.position();
    boolean mayBe =
        keyLength >= 0 && keyLength <= most && dataLength >= 0 && dataLength <= most - keyLength;
    boolean there = keyLength + dataLength <= records.remaining();
    records.seek(began);
    return there || !mayBe;
  }

  /** Refuses the item at hand if its key does not have the hash that is stated. */
  void checkHash() throws IOException {
    long began = records.position();
    long hash = records.u64();
    long keyLength = records.u64();
    records.u64();
    readKey(began, keyLength);
    if (ProfileName.hash(key, 0, (int) keyLength) != hash) {
      throw records.error(
          ErrorKind.MALFORMED, began, "hash 0x%016x is not that of the key".formatted(hash));
    }
    records.seek(began);
  }

  /**
   * Reads one item into the image. If it is damaged, the whole records before the damage stay.
   *
   * @param wanted the only key to be kept, or an empty array for all
   */
  void readItem(byte[] wanted) throws IOException {
    long began = records.position();
    records.u64();
    long keyLength = records.u64();
    long dataLength = records.u64();
    readKey(began, keyLength);
    if (dataLength < 0 || dataLength > records.remaining()) {
      throw records.error(
          ErrorKind.MALFORMED,
          began,
          "data of %s bytes, %d are left"
              .formatted(Long.toUnsignedString(dataLength), records.remaining()));
    }
    long end = records.position() + dataLength;
    int length = (int) keyLength;
    if (wanted.length == 0 || Arrays.equals(wanted, 0, wanted.length, key, 0, length)) {
      nameBytes.take(length, ProfileSection.RECORDS, began);
      data.slide(records.position(), dataLength);
      readRecords(length);
    }
    records.seek(end);
  }

  private void readKey(long began, long length) throws IOException {
    if (length < 0 || length > records.remaining()) {
      throw records.error(
          ErrorKind.MALFORMED,
          began,
          "key of %s bytes, %d are left"
              .formatted(Long.toUnsignedString(length), records.remaining()));
    }
    if (length > key.length) {
      key = records.bytes(length);
    } else {
      records.bytes(key, 0, (int) length);
    }
  }

  private void readRecords(int keyLength) throws IOException {
    long length = data.remaining();
    if (ByteSink.padding(length) != 0) {
      throw data.error(
          ErrorKind.MALFORMED,
          data.position(),
          "profile data is empty: %d bytes are no multiple of 8".formatted(length));
    }
    boolean first = true;
    while (data.remaining() > 0) {
      long began = data.position();
      long structuralHash = data.u64();
      functions.take(1, ProfileSection.RECORDS, began);
      if (first) {
        image.function(key, 0, keyLength, structuralHash);
      } else {
        image.sameName(structuralHash);
      }
      first = false;
      try {
        readRecord(began);
      } catch (ProfileException e) {
        image.abandonFunction();
        throw e;
      }
    }
  }

  private void readRecord(long began) throws IOException {
    long counters = layout.counterCount() ? data.u64() : data.remaining() / Long.BYTES;
    checkRoom(began, counters, Long.BYTES, "counters");
    counterNumbers.take(counters, ProfileSection.RECORDS, began);
    readCounters(counters);
    readBitmap(began);
    if (layout.uniformity()) {
      image.uniformity(readPadded(began, "uniformity bytes"));
    }
    if (layout.valueData()) {
      ValueDataBlock.read(data, KINDS, sites);
    }
  }

  private void readCounters(long counters) throws IOException {
    for (long left = counters; left > 0; left -= piece.length) {
      int length = (int) Math.min(left, piece.length);
      data.longs(piece, 0, length);
      image.counters(piece, length);
    }
  }

  private void readBitmap(long began) throws IOException {
    switch (layout.bitmap()) {
      case NONE -> {}
      case WIDENED -> {
        long bytes = data.u64();
        checkRoom(began, bytes, Long.BYTES, "bitmap bytes");
        for (long i = 0; i < bytes; i++) {
          image.bitmap((byte) data.u64());
        }
      }
      case PACKED -> {
        for (byte value : readPadded(began, "bitmap bytes")) {
          image.bitmap(value);
        }
      }
    }
  }

  private byte[] readPadded(long began, String what) throws IOException {
    long bytes = data.u64();
    checkRoom(began, bytes, 1, what);
    byte[] read = data.bytes(bytes);
    data.skip(Math.min(ByteSink.padding(bytes), data.remaining()));
    return read;
  }

  private void checkRoom(long began, long count, int unit, String what) throws IOException {
    if (count < 0 || count > data.remaining() || count * unit > data.remaining()) {
      throw data.error(
          ErrorKind.MALFORMED,
          began,
          "profile data is empty: %s %s, %d bytes are left"
              .formatted(Long.toUnsignedString(count), what, data.remaining()));
    }
  }

  /** Takes value data over into the function at hand. */
  private final class Sites implements ValueDataBlock.Visitor {
    @Override
    public void kind(ValueKind kind, int sites) throws IOException {
      valueSites.take(sites, ProfileSection.RECORDS, data.position());
    }

    @Override
    public void site(ValueKind kind) {
      image.site(kind);
    }

    @Override
    public void value(ValueKind kind, long value, long count) {
      image.value(value, count);
    }
  }
}
