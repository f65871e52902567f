package dev.profdata.indexed.disk;

import dev.profdata.format.ProfileFeature;
import dev.profdata.format.ProfileFormat;
import dev.profdata.format.ReleaseRule;
import dev.profdata.internal.bytes.ByteSink;
import dev.profdata.internal.bytes.ValueDataBlock;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ValueKind;
import java.io.IOException;

/** Writes function records of one version, and tells their size before. */
final class IndexedRecordWriter {
  private static final byte[] NO_BYTES = {};

  private final FunctionTable table;
  private final ImageCounts counts;
  private final IndexedRecordLayout layout;
  private final int kinds;

  IndexedRecordWriter(ProfileImage image, ProfileFormat format) {
    this.table = image.functions();
    this.counts = image.counts();
    this.layout = IndexedRecordLayout.of(format.version());
    this.kinds = kinds(format);
  }

  /** LLVM does not filter value kinds when it writes an older version than its own. */
  private static int kinds(ProfileFormat format) {
    boolean vtables =
        format.supports(ProfileFeature.VTABLES) || format.release().follows(ReleaseRule.VTABLES);
    return vtables ? ValueKind.all().size() : ValueKind.VTABLE_TARGET.number();
  }

  long size(int row) {
    long size = Long.BYTES + (long) Long.BYTES * table.counterCount(row);
    size += layout.counterCount() ? Long.BYTES : 0;
    int bitmap = table.bitmapSize(row);
    size +=
        switch (layout.bitmap()) {
          case NONE -> 0;
          case WIDENED -> Long.BYTES + (long) Long.BYTES * bitmap;
          case PACKED -> Long.BYTES + bitmap + ByteSink.padding(bitmap);
        };
    if (layout.uniformity()) {
      int bytes = uniformity(row).length;
      size += Long.BYTES + bytes + ByteSink.padding(bytes);
    }
    return size
        + (layout.valueData() ? ValueDataBlock.size(table, row, counts.values(), kinds) : 0);
  }

  private byte[] uniformity(int row) {
    return counts.hasUniformity() ? counts.uniformity(row).orElse(NO_BYTES) : NO_BYTES;
  }

  void write(ByteSink sink, int row) throws IOException {
    sink.u64(table.structuralHash(row));
    int start = table.counterStart(row);
    int count = table.counterCount(row);
    if (layout.counterCount()) {
      sink.u64(count);
    }
    for (int i = start; i < start + count; i++) {
      sink.u64(counts.counter(i));
    }
    writeBitmap(sink, row);
    if (layout.uniformity()) {
      writePadded(sink, uniformity(row));
    }
    if (layout.valueData()) {
      ValueDataBlock.write(sink, table, row, counts.values(), kinds, counts.values()::value);
    }
  }

  private void writeBitmap(ByteSink sink, int row) throws IOException {
    int size = table.bitmapSize(row);
    byte[] bitmap = size == 0 ? NO_BYTES : new byte[size];
    counts.copyBitmap(table.bitmapStart(row), bitmap, 0, bitmap.length);
    switch (layout.bitmap()) {
      case NONE -> {}
      case WIDENED -> {
        sink.u64(bitmap.length);
        for (byte value : bitmap) {
          sink.u64(value & 0xFF);
        }
      }
      case PACKED -> writePadded(sink, bitmap);
    }
  }

  private static void writePadded(ByteSink sink, byte[] bytes) throws IOException {
    sink.u64(bytes.length).bytes(bytes).zeros(ByteSink.padding(bytes.length));
  }
}
