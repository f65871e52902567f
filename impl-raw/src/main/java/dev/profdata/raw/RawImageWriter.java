package dev.profdata.raw;

import dev.profdata.format.ProfileFormat;
import dev.profdata.internal.bytes.ByteSink;
import dev.profdata.internal.bytes.NameBlob;
import dev.profdata.internal.bytes.ValueDataBlock;
import dev.profdata.model.BinaryId;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.VTable;
import dev.profdata.model.ValueKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Writes one image with pseudo addresses: data first, then counters, bitmaps, uniform counters and
 * names, so that no difference of addresses changes its sign within the data.
 */
final class RawImageWriter {
  private static final long DATA_ADDRESS = 0x1_0000;

  private final ProfileImage image;
  private final FunctionTable table;
  private final RawEncoding encoding;
  private final RawHeaderLayout header;
  private final RawDataLayout data;
  private final ProfileVariant variant;
  private final RawSlots slots;
  private final TargetAddresses targets;
  private final byte[] names;
  private final byte[] vtableNames;
  private final NameOffsets nameOffsets;
  private final Map<RawHeaderField, Long> words = new EnumMap<>(RawHeaderField.class);
  private final long uniformCounters;
  private final long countersAddress;
  private final long bitmapAddress;
  private final long uniformAddress;
  private final long namesAddress;

  RawImageWriter(ProfileFormat format, ProfileImage image, ProfileVariant variant)
      throws IOException {
    this.image = image;
    this.table = image.functions();
    this.encoding = RawEncoding.of(format);
    this.header = RawHeaderLayout.of(format.version());
    this.data = RawDataLayout.of(format.version(), encoding.pointerBytes());
    this.variant = variant;
    this.uniformCounters = uniformCounters(header, image);
    this.slots = new RawSlots(image, variant);
    this.targets = new TargetAddresses(image);
    this.nameOffsets = new NameOffsets(table);
    this.names = data.namesByHash() ? NameBlob.of(table.names(), true) : nameOffsets.bytes();
    NameTable vtables =
        header.has(RawHeaderField.VTABLE_NAMES_SIZE) ? image.vtableNames() : NameTable.EMPTY;
    this.vtableNames = NameBlob.of(vtables, true);
    this.countersAddress = DATA_ADDRESS + (long) table.size() * data.recordBytes();
    this.bitmapAddress = countersAddress + counterBytes() + ByteSink.padding(counterBytes());
    this.uniformAddress = bitmapAddress + bitmapBytes() + ByteSink.padding(bitmapBytes());
    this.namesAddress = uniformAddress + uniformCounters * Long.BYTES;
  }

  private long counterSlots() {
    long total = 0;
    for (int row = 0; row < table.size(); row++) {
      total += slots.slots(row);
    }
    return total;
  }

  private long counterBytes() {
    return counterSlots() * slots.slotBytes();
  }

  private long bitmapBytes() {
    return header.has(RawHeaderField.NUM_BITMAP_BYTES) ? table.totalBitmapBytes() : 0;
  }

  private static long uniformCounters(RawHeaderLayout header, ProfileImage image) {
    boolean present =
        header.has(RawHeaderField.NUM_UNIFORM_COUNTERS) && image.counts().hasUniformCounters();
    return present ? image.functions().totalCounters() : 0;
  }

  void write(ByteSink sink) throws IOException {
    byte[] ids = binaryIds();
    fillHeader(ids.length);
    for (RawHeaderField field : header.offsets().keySet()) {
      sink.u64(words.getOrDefault(field, 0L));
    }
    sink.bytes(ids);
    writeData(sink);
    for (int row = 0; row < table.size(); row++) {
      slots.write(sink, row);
    }
    sink.zeros(word(RawHeaderField.PADDING_AFTER_COUNTERS));
    writeBitmaps(sink);
    writeUniformCounters(sink);
    sink.bytes(names).zeros(namePadding());
    if (header.has(RawHeaderField.NUM_VTABLES)) {
      writeVTables(sink);
    }
    writeValues(sink);
  }

  private long word(RawHeaderField field) {
    return header.has(field) ? words.getOrDefault(field, 0L) : 0;
  }

  private int namePadding() {
    return header.version() == RawHeaderLayout.OLDEST_VERSION
        ? Long.BYTES - names.length % Long.BYTES
        : ByteSink.padding(names.length);
  }

  private byte[] binaryIds() throws IOException {
    var bytes = new ByteArrayOutputStream();
    if (header.has(RawHeaderField.BINARY_IDS_SIZE)) {
      ByteSink ids = new ByteSink(bytes, encoding.order());
      boolean padded = RawBinaryIds.padded(header.version());
      for (BinaryId id : image.binaryIds()) {
        ids.u64(id.length()).bytes(id.bytes());
        ids.zeros(padded ? ByteSink.padding(id.length()) : 0);
      }
      ids.flush();
    }
    return bytes.toByteArray();
  }

  private void fillHeader(int idBytes) {
    words.put(RawHeaderField.MAGIC, encoding.magic());
    words.put(RawHeaderField.VERSION, variant.versionWord(header.version()));
    words.put(RawHeaderField.BINARY_IDS_SIZE, (long) idBytes);
    words.put(RawHeaderField.NUM_DATA, (long) table.size());
    words.put(RawHeaderField.NUM_COUNTERS, counterSlots());
    words.put(RawHeaderField.PADDING_AFTER_COUNTERS, (long) ByteSink.padding(counterBytes()));
    words.put(RawHeaderField.NUM_BITMAP_BYTES, bitmapBytes());
    words.put(RawHeaderField.PADDING_AFTER_BITMAP, (long) ByteSink.padding(bitmapBytes()));
    words.put(RawHeaderField.NUM_UNIFORM_COUNTERS, uniformCounters);
    words.put(
        RawHeaderField.UNIFORM_COUNTERS_DELTA, uniformCounters == 0 ? 0 : delta(uniformAddress));
    words.put(RawHeaderField.NAMES_SIZE, (long) names.length);
    words.put(RawHeaderField.COUNTERS_DELTA, delta(countersAddress));
    words.put(RawHeaderField.BITMAP_DELTA, delta(bitmapAddress));
    words.put(RawHeaderField.NAMES_DELTA, namesAddress);
    words.put(RawHeaderField.NUM_VTABLES, (long) targets.vtables().size());
    words.put(RawHeaderField.VTABLE_NAMES_SIZE, (long) vtableNames.length);
    words.put(RawHeaderField.VALUE_KIND_LAST, Math.max(data.kinds() - 1L, 0));
    words.put(RawHeaderField.VALUE_DATA_SIZE, valueBytes());
  }

  private long delta(long address) {
    return data.relativePointers() ? address - DATA_ADDRESS : address;
  }

  private long valueBytes() {
    long total = 0;
    for (int row = 0; row < table.size(); row++) {
      total += hasSites(row) ? valueBytes(row) : 0;
    }
    return total;
  }

  private long valueBytes(int row) {
    return ValueDataBlock.size(table, row, image.counts().values(), data.kinds());
  }

  private boolean hasSites(int row) {
    for (int kind = 0; kind < data.kinds(); kind++) {
      if (table.siteCount(row, ValueKind.all().get(kind)) > 0) {
        return true;
      }
    }
    return false;
  }

  private void writeData(ByteSink sink) throws IOException {
    RawRecord record = new RawRecord(data, encoding.order());
    long counters = countersAddress;
    long bitmap = bitmapAddress;
    long uniform = uniformAddress;
    for (int row = 0; row < table.size(); row++) {
      record.clear();
      record.put(RawDataField.NAME_SIZE, nameOffsets.length(row));
      record.put(RawDataField.NAME_REF, table.nameHash(row));
      record.put(RawDataField.FUNC_HASH, table.structuralHash(row));
      record.put(RawDataField.NAME_PTR, namesAddress + nameOffsets.offset(row));
      record.put(RawDataField.COUNTER_PTR, pointer(counters, row));
      if (uniformCounters > 0) {
        record.put(RawDataField.UNIFORM_COUNTER_PTR, pointer(uniform, row));
      }
      if (table.bitmapSize(row) > 0) {
        record.put(RawDataField.BITMAP_PTR, pointer(bitmap, row));
        record.put(RawDataField.NUM_BITMAP_BYTES, table.bitmapSize(row));
      }
      record.put(RawDataField.FUNCTION_POINTER, targets.addressOf(table.nameHash(row)));
      record.put(RawDataField.NUM_COUNTERS, slots.slots(row));
      for (int kind = 0; kind < data.kinds(); kind++) {
        record.putSites(kind, table.siteCount(row, ValueKind.all().get(kind)));
      }
      sink.bytes(record.bytes());
      counters += slots.slots(row) * slots.slotBytes();
      bitmap += table.bitmapSize(row);
      uniform += (long) table.counterCount(row) * Long.BYTES;
    }
  }

  private long pointer(long address, int row) {
    return data.relativePointers()
        ? address - (DATA_ADDRESS + (long) row * data.recordBytes())
        : address;
  }

  private void writeBitmaps(ByteSink sink) throws IOException {
    if (bitmapBytes() > 0) {
      for (int row = 0; row < table.size(); row++) {
        byte[] bytes = new byte[table.bitmapSize(row)];
        image.counts().copyBitmap(table.bitmapStart(row), bytes, 0, bytes.length);
        sink.bytes(bytes);
      }
    }
    sink.zeros(word(RawHeaderField.PADDING_AFTER_BITMAP));
  }

  private void writeUniformCounters(ByteSink sink) throws IOException {
    if (uniformCounters > 0) {
      for (int row = 0; row < table.size(); row++) {
        int start = table.counterStart(row);
        for (int i = start; i < start + table.counterCount(row); i++) {
          sink.u64(image.counts().uniformCounter(i));
        }
      }
    }
  }

  private void writeVTables(ByteSink sink) throws IOException {
    for (int i = 0; i < targets.vtables().size(); i++) {
      VTable vtable = targets.vtables().get(i);
      sink.u64(vtable.nameHash());
      sink.pointer(targets.tableAddress(i), encoding.pointerBytes());
      sink.u32(vtable.size());
      sink.zeros(encoding.pointerBytes() == Long.BYTES ? Integer.BYTES : 0);
    }
    sink.bytes(vtableNames).zeros(ByteSink.padding(vtableNames.length));
  }

  private void writeValues(ByteSink sink) throws IOException {
    for (int row = 0; row < table.size(); row++) {
      if (hasSites(row)) {
        ValueDataBlock.write(
            sink, table, row, image.counts().values(), data.kinds(), targets::rawValue);
      }
    }
  }
}
