package dev.profdata.indexed.disk;

import dev.profdata.format.ProfileFeature;
import dev.profdata.format.ProfileFormat;
import dev.profdata.indexed.order.NameGroups;
import dev.profdata.internal.bytes.ByteSink;
import dev.profdata.internal.bytes.NameBlob;
import dev.profdata.model.BinaryId;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.MemoryProfile;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileSummary;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TemporalTrace;
import dev.profdata.model.TraceSet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The plan of an indexed file: what goes where, worked out before it is written. */
final class IndexedFile {
  private static final long CONTEXT_SENSITIVE_RECORD = 1L << 60;
  private static final int HASH_TYPE_MD5 = 0;

  private final ProfileFormat format;
  private final ProfileImage image;
  private final int names;
  private final ProfileVariant variant;
  private final IndexedHeaderLayout header;
  private final ItemTable items;
  private final Map<IndexedHeaderField, Long> words = new EnumMap<>(IndexedHeaderField.class);

  IndexedFile(
      ProfileFormat format,
      ProfileImage image,
      NameGroups groups,
      int[] names,
      ProfileVariant variant) {
    this.format = format;
    this.image = image;
    this.names = names.length;
    this.variant = variant;
    this.header = IndexedHeaderLayout.of(format.version());
    this.items = new ItemTable(format, image, groups, names);
  }

  private boolean hasSummary() {
    return IndexedRecordLayout.hasSummary(format.version());
  }

  private boolean hasContextSensitiveSummary() {
    return hasSummary() && variant.has(ProfileVariant.CONTEXT_SENSITIVE);
  }

  void write(OutputStream out, NameTable vtables, TraceSet traces) throws IOException {
    byte[] vtableNames = NameBlob.of(vtables, true);
    plan(vtableNames);
    ByteSink sink = new ByteSink(out, ByteOrder.LITTLE_ENDIAN);
    writeHeader(sink);
    if (hasSummary()) {
      SummaryCodec.write(sink, summary(false));
    }
    if (hasContextSensitiveSummary()) {
      SummaryCodec.write(sink, summary(true));
    }
    items.write(sink);
    sink.zeros(ByteSink.padding(sink.position()));
    items.writeBuckets(sink);
    if (memoryProfile().isPresent()) {
      sink.bytes(memoryProfile().get().at(sink.position()));
    }
    if (header.has(IndexedHeaderField.BINARY_ID_OFFSET)) {
      writeBinaryIds(sink);
    }
    if (header.has(IndexedHeaderField.VTABLE_NAMES_OFFSET)) {
      sink.u64(vtableNames.length).bytes(vtableNames).zeros(ByteSink.padding(vtableNames.length));
    }
    if (variant.has(ProfileVariant.TEMPORAL)) {
      writeTraces(sink, traces);
    }
    sink.flush();
  }

  private void plan(byte[] vtableNames) {
    long position = header.size();
    long summary = SummaryCodec.size(ProfileSummary.cutoffs(format.release()).size());
    position += hasSummary() ? summary : 0;
    position += hasContextSensitiveSummary() ? summary : 0;
    position = items.layOut(position);
    position += ByteSink.padding(position);
    words.put(IndexedHeaderField.MAGIC, IndexedHeaderLayout.MAGIC);
    words.put(IndexedHeaderField.VERSION, variant.versionWord(format.version()));
    words.put(IndexedHeaderField.MAX_FUNCTION_COUNT, hasSummary() ? 0 : maxFunctionCount());
    words.put(IndexedHeaderField.HASH_TYPE, (long) HASH_TYPE_MD5);
    words.put(IndexedHeaderField.HASH_OFFSET, position);
    position += 2L * Long.BYTES + (long) Long.BYTES * items.buckets();
    words.put(IndexedHeaderField.MEMPROF_OFFSET, memoryProfile().isPresent() ? position : 0L);
    position += memoryProfile().map(MemoryProfile::size).orElse(0);
    planSections(position, vtableNames);
  }

  private void planSections(long start, byte[] vtableNames) {
    long position = start;
    words.put(IndexedHeaderField.BINARY_ID_OFFSET, position);
    position += header.has(IndexedHeaderField.BINARY_ID_OFFSET) ? Long.BYTES + binaryIdBytes() : 0;
    words.put(IndexedHeaderField.VTABLE_NAMES_OFFSET, position);
    position +=
        header.has(IndexedHeaderField.VTABLE_NAMES_OFFSET)
            ? Long.BYTES + vtableNames.length + ByteSink.padding(vtableNames.length)
            : 0;
    words.put(
        IndexedHeaderField.TRACES_OFFSET, variant.has(ProfileVariant.TEMPORAL) ? position : 0);
  }

  private Optional<MemoryProfile> memoryProfile() {
    return variant.has(ProfileVariant.MEMPROF) ? image.memoryProfile() : Optional.empty();
  }

  private long maxFunctionCount() {
    FunctionTable table = image.functions();
    long max = 0;
    for (int row = 0; row < image.size(); row++) {
      long count =
          table.counterCount(row) == 0 ? 0 : image.counts().counter(table.counterStart(row));
      max = Long.compareUnsigned(count, max) > 0 ? count : max;
    }
    return max;
  }

  private void writeHeader(ByteSink sink) throws IOException {
    for (IndexedHeaderField field : header.offsets().keySet()) {
      sink.u64(words.getOrDefault(field, 0L));
    }
  }

  /**
   * Sums up the written records that are context-sensitive, or those that are not; before releases
   * knew the difference, all.
   */
  private ProfileSummary summary(boolean contextSensitive) {
    boolean differ = format.supports(ProfileFeature.CONTEXT_SENSITIVE);
    ProfileSummary.Builder summary = ProfileSummary.builder(format.release());
    for (int item = 0; item < names; item++) {
      for (int i = 0; i < items.rows(item); i++) {
        int row = items.row(item, i);
        long flag = image.functions().structuralHash(row) & CONTEXT_SENSITIVE_RECORD;
        if (!differ || flag != 0 == contextSensitive) {
          summary.add(image, row);
        }
      }
    }
    return summary.build();
  }

  private List<BinaryId> binaryIds() {
    return image.binaryIds().stream().sorted().distinct().toList();
  }

  private long binaryIdBytes() {
    return binaryIds().stream()
        .mapToLong(id -> Long.BYTES + id.length() + ByteSink.padding(id.length()))
        .sum();
  }

  private void writeBinaryIds(ByteSink sink) throws IOException {
    sink.u64(binaryIdBytes());
    for (BinaryId id : binaryIds()) {
      sink.u64(id.length()).bytes(id.bytes()).zeros(ByteSink.padding(id.length()));
    }
  }

  private static void writeTraces(ByteSink sink, TraceSet traces) throws IOException {
    sink.u64(traces.traces().size()).u64(traces.streamSize());
    for (TemporalTrace trace : traces.traces()) {
      sink.u64(trace.weight()).u64(trace.size());
      for (int i = 0; i < trace.size(); i++) {
        sink.u64(trace.nameHash(i));
      }
    }
  }
}
