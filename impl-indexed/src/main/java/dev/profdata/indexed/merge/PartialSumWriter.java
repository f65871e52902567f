package dev.profdata.indexed.merge;

import dev.profdata.internal.bytes.ByteSink;
import dev.profdata.model.BinaryId;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.NameTable;
import dev.profdata.model.TemporalTrace;
import dev.profdata.model.ValueKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/** Writes a saved sum: numbers in LEB128, hashes in eight bytes, a checksum at the end. */
final class PartialSumWriter {
  private final SavedSum sum;
  private final ByteSink sink;

  private PartialSumWriter(SavedSum sum, ByteSink sink) {
    this.sum = sum;
    this.sink = sink;
  }

  /** Writes a sum; the stream stays open. */
  static void write(SavedSum sum, OutputStream out) throws IOException {
    CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32());
    ByteSink sink = new ByteSink(checked, ByteOrder.LITTLE_ENDIAN);
    new PartialSumWriter(sum, sink).writeAll();
    sink.flush();
    sink.u32(checked.getChecksum().getValue());
    sink.flush();
  }

  private void writeAll() throws IOException {
    sink.bytes(PartialSumLayout.magic()).uleb128(PartialSumLayout.VERSION);
    sink.uleb128(sum.release().major());
    sink.u8(PartialSumLayout.flags(sum));
    sink.u64(sum.kinds().sum().flags());
    sink.uleb128(sum.images());
    writeBlock(sum.note());
    sink.uleb128(sum.records().size());
    for (SavedRecords records : sum.records()) {
      writeRecords(records);
    }
    sink.uleb128(sum.binaryIds().size());
    for (BinaryId id : sum.binaryIds()) {
      writeBlock(id.bytes());
    }
    writeNames(sum.vtableNames());
    writeBlock(sum.memoryProfile().map(section -> section.at(0)).orElse(new byte[0]));
    writeTraces();
  }

  private void writeBlock(byte[] bytes) throws IOException {
    sink.uleb128(bytes.length).bytes(bytes);
  }

  private void writeNames(NameTable names) throws IOException {
    sink.uleb128(names.size());
    for (int name = 0; name < names.size(); name++) {
      writeBlock(names.name(name).bytes());
    }
  }

  private void writeRecords(SavedRecords records) throws IOException {
    FunctionTable table = records.image().functions();
    writeNames(table.names());
    writeFunctions(table, records.leftOut());
    writeCounts(table, records.image().counts());
    writeUniformity(records.uniformity());
    writeSites(records.sites());
  }

  private void writeFunctions(FunctionTable table, BitSet leftOut) throws IOException {
    sink.uleb128(table.size());
    for (int row = 0; row < table.size(); row++) {
      sink.u8(leftOut.get(row) ? 1 : 0);
      sink.u64(table.nameHash(row)).u64(table.structuralHash(row));
      sink.uleb128(table.counterCount(row)).uleb128(table.bitmapSize(row));
      for (ValueKind kind : ValueKind.all()) {
        sink.uleb128(table.siteCount(row, kind));
      }
    }
  }

  private void writeCounts(FunctionTable table, ImageCounts counts) throws IOException {
    for (int row = 0; row < table.size(); row++) {
      int counter = table.counterStart(row);
      for (int i = 0; i < table.counterCount(row); i++) {
        sink.uleb128(counts.counter(counter + i));
      }
      for (int i = 0; i < table.bitmapSize(row); i++) {
        sink.u8(counts.bitmapByte(table.bitmapStart(row) + i));
      }
    }
  }

  private void writeUniformity(UniformitySums uniformity) throws IOException {
    Map<Integer, UniformitySums.Entry> entries = uniformity.entries();
    sink.uleb128(entries.size());
    for (int row : entries.keySet().stream().sorted().toList()) {
      UniformitySums.Entry entry = entries.getOrDefault(row, UniformitySums.Entry.UNKNOWN);
      sink.uleb128(row);
      writeLongs(entry.uniform());
      writeLongs(entry.plain());
      writeBlock(entry.bits());
    }
  }

  private void writeLongs(long[] numbers) throws IOException {
    sink.uleb128(numbers.length);
    for (long number : numbers) {
      sink.uleb128(number);
    }
  }

  private void writeSites(UncutSites sites) throws IOException {
    for (int site = 0; site < sites.size(); site++) {
      long[] rows = sites.rows(site);
      sink.u8(sites.isMerged(site) ? 1 : 0).uleb128(rows.length / SiteRows.WIDTH);
      for (long number : rows) {
        sink.uleb128(number);
      }
    }
  }

  private void writeTraces() throws IOException {
    sink.uleb128(sum.traces().size());
    for (TraceLog.Entry entry : sum.traces()) {
      sink.u8(entry.raw() ? 1 : 0).uleb128(entry.traces().streamSize());
      sink.uleb128(entry.traces().traces().size());
      for (TemporalTrace trace : entry.traces().traces()) {
        sink.uleb128(trace.weight()).uleb128(trace.size());
        for (int place = 0; place < trace.size(); place++) {
          sink.u64(trace.nameHash(place));
        }
      }
    }
  }
}
