package dev.profdata.indexed.disk;

import dev.profdata.format.ProfileFormat;
import dev.profdata.indexed.order.NameGroups;
import dev.profdata.internal.bytes.ByteSink;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * LLVM's on-disk hash table of the records, an item for each name: what stands where, and its
 * bytes.
 *
 * <p>Items stand in the order of their hashes, which scatters the functions over the file. So as
 * not to scatter reads over all columns of the profile, functions are taken in the profile's order
 * and written to their places in a slice of the file.
 */
final class ItemTable {
  private static final int ITEM_HEADER = 3 * Long.BYTES;
  private static final int SLICE_BYTES = 1 << 22;

  /** About so many bytes of slices are in memory. */
  private static final int BYTES_AT_A_TIME = 1 << 24;

  private static final int GROUPS_OF_A_PART = 1 << 14;
  private static final int NOT_WRITTEN = -1;

  private final FunctionTable table;
  private final NameGroups groups;
  private final int[] names;
  private final int[] itemOfGroup;
  private final IndexedRecordWriter records;
  private final boolean firstRecordOnly;
  private final long[] hashes;
  private final BucketChains chains;
  private final long[] dataLengths;
  private final long[] itemOffsets;
  private final long[] bucketOffsets;
  private long end;

  /**
   * Prepares the table.
   *
   * @param names the groups to write, in the order in which LLVM inserts their names
   */
  ItemTable(ProfileFormat format, ProfileImage image, NameGroups groups, int[] names) {
    this.table = image.functions();
    this.groups = groups;
    this.names = names;
    this.records = new IndexedRecordWriter(image, format);
    this.firstRecordOnly = !IndexedRecordLayout.of(format.version()).severalRecords();
    this.hashes = hashes();
    this.chains = BucketChains.of(hashes, IndexedRecordLayout.hasSummary(format.version()));
    this.itemOfGroup = new int[groups.size()];
    this.dataLengths = new long[names.length];
    this.itemOffsets = new long[names.length];
    this.bucketOffsets = new long[chains.buckets()];
    Arrays.fill(itemOfGroup, NOT_WRITTEN);
    for (int item = 0; item < names.length; item++) {
      itemOfGroup[names[item]] = item;
    }
  }

  private long[] hashes() {
    long[] found = new long[names.length];
    for (int item = 0; item < names.length; item++) {
      int row = groups.firstRow(names[item]);
      found[item] = table.hasName(row) ? table.nameHash(row) : ProfileName.EMPTY.hash();
    }
    return found;
  }

  /** Returns the number of buckets. */
  int buckets() {
    return chains.buckets();
  }

  /** Returns the number of records that are written of a name. */
  int rows(int item) {
    return firstRecordOnly ? 1 : groups.rows(names[item]);
  }

  /** Returns a record of a name. */
  int row(int item, int index) {
    return groups.row(names[item], index);
  }

  /** Lays the items out from an offset in the file on, and returns the offset behind them. */
  long layOut(long start) {
    IntStream.range(0, (itemOfGroup.length + GROUPS_OF_A_PART - 1) / GROUPS_OF_A_PART)
        .parallel()
        .forEach(this::measurePart);
    long position = start;
    for (int bucket = 0; bucket < chains.buckets(); bucket++) {
      int item = chains.first(bucket);
      bucketOffsets[bucket] = BucketChains.isItem(item) ? position : 0;
      position += BucketChains.isItem(item) ? Short.BYTES : 0;
      for (; BucketChains.isItem(item); item = chains.next(item)) {
        itemOffsets[item] = position;
        position += ITEM_HEADER + keyLength(item) + dataLengths[item];
      }
    }
    end = position;
    return position;
  }

  private void measurePart(int part) {
    int from = part * GROUPS_OF_A_PART;
    for (int group = from; group < Math.min(from + GROUPS_OF_A_PART, itemOfGroup.length); group++) {
      int item = itemOfGroup[group];
      if (item != NOT_WRITTEN) {
        dataLengths[item] = dataLength(item);
      }
    }
  }

  private long dataLength(int item) {
    long length = 0;
    for (int i = 0; i < rows(item); i++) {
      length += records.size(row(item, i));
    }
    return length;
  }

  private int keyLength(int item) {
    int row = groups.firstRow(names[item]);
    return table.hasName(row) ? table.names().length(table.nameIndex(row)) : 0;
  }

  /** Writes all items to a sink that stands where they were laid out. */
  void write(ByteSink sink) throws IOException {
    List<Slice> waiting = new ArrayList<>();
    for (int bucket = 0; offsetOf(bucket) < end; ) {
      int next = sliceEnd(bucket, offsetOf(bucket));
      waiting.add(new Slice(bucket, next));
      bucket = next;
      if (offsetOf(bucket) - waiting.get(0).start >= BYTES_AT_A_TIME || offsetOf(bucket) == end) {
        write(waiting, sink);
        waiting.clear();
      }
    }
  }

  /** Writes slices, which are filled by several threads and leave in their order. */
  private static void write(List<Slice> slices, ByteSink sink) throws IOException {
    for (byte[] slice : slices.parallelStream().map(Slice::bytes).toList()) {
      sink.bytes(slice, 0, slice.length);
    }
  }

  /** The items of a run of buckets, which no other slice has a part of. */
  private final class Slice {
    private final int from;
    private final int to;
    private final long start;
    private byte[] key = {};

    Slice(int from, int to) {
      this.from = from;
      this.to = to;
      this.start = offsetOf(from);
    }

    byte[] bytes() {
      byte[] bytes = new byte[Math.toIntExact(offsetOf(to) - start)];
      ByteBuffer target = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      writeChainLengths(target);
      try {
        writeItems(ByteSink.into(target));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes;
    }

    private void writeChainLengths(ByteBuffer target) {
      for (int bucket = from; bucket < to; bucket++) {
        if (bucketOffsets[bucket] != 0) {
          target.putShort((int) (bucketOffsets[bucket] - start), (short) chains.size(bucket));
        }
      }
    }

    private void writeItems(ByteSink target) throws IOException {
      for (int group : groupsInOrder()) {
        int item = itemOfGroup[group];
        writeItem(target.moveTo((int) (itemOffsets[item] - start)), item);
      }
    }

    private int[] groupsInOrder() {
      int[] found = new int[to - from];
      int size = 0;
      for (int bucket = from; bucket < to; bucket++) {
        int item = chains.first(bucket);
        for (; BucketChains.isItem(item); item = chains.next(item)) {
          found = size < found.length ? found : Arrays.copyOf(found, size * 2);
          found[size++] = names[item];
        }
      }
      Arrays.sort(found, 0, size);
      return Arrays.copyOf(found, size);
    }

    private void writeItem(ByteSink sink, int item) throws IOException {
      int length = keyLength(item);
      sink.u64(hashes[item]).u64(length).u64(dataLengths[item]);
      if (length > 0) {
        key = key.length < length ? new byte[length * 2] : key;
        table.names().copyName(table.nameIndex(groups.firstRow(names[item])), key, 0);
        sink.bytes(key, 0, length);
      }
      for (int i = 0; i < rows(item); i++) {
        records.write(sink, row(item, i));
      }
    }
  }

  /** Returns the bucket before which a slice ends that begins with another. */
  private int sliceEnd(int first, long start) {
    int bucket = first + 1;
    while (bucket < chains.buckets() && bucketOffsets[bucket] - start < SLICE_BYTES) {
      bucket++;
    }
    return bucket;
  }

  /** Returns where the first item of a bucket or the next that has one stands. */
  private long offsetOf(int first) {
    int bucket = first;
    while (bucket < chains.buckets() && bucketOffsets[bucket] == 0) {
      bucket++;
    }
    return bucket < chains.buckets() ? bucketOffsets[bucket] : end;
  }

  /** Writes the table of buckets, which stands behind the items. */
  void writeBuckets(ByteSink sink) throws IOException {
    sink.u64(chains.buckets()).u64(names.length);
    for (long offset : bucketOffsets) {
      sink.u64(offset);
    }
  }
}
