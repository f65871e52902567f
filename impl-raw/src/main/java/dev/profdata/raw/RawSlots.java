package dev.profdata.raw;

import dev.profdata.internal.bytes.ByteSink;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import java.io.IOException;

/**
 * The counters of an image as slots of the counters section: u64 numbers or coverage bytes, with
 * the time stamp of a function before its counters where there is one.
 */
final class RawSlots {
  private static final int NEVER_COVERED = 0xFF;

  private final FunctionTable table;
  private final ImageCounts counts;
  private final boolean coverage;
  private final boolean temporal;

  RawSlots(ProfileImage image, ProfileVariant written) {
    this.table = image.functions();
    this.counts = image.counts();
    this.coverage = written.has(ProfileVariant.BYTE_COVERAGE);
    this.temporal = written.has(ProfileVariant.TEMPORAL);
  }

  /** Returns the size of a slot in bytes. */
  int slotBytes() {
    return coverage ? 1 : Long.BYTES;
  }

  /** Returns the number of slots of a row. */
  long slots(int row) {
    return table.counterCount(row) + (temporal ? Long.BYTES / slotBytes() : 0L);
  }

  void write(ByteSink sink, int row) throws IOException {
    if (temporal) {
      long timestamp = counts.timestamp(row);
      sink.u64(timestamp == 0 && coverage ? -1 : timestamp);
    }
    int start = table.counterStart(row);
    for (int i = start; i < start + table.counterCount(row); i++) {
      if (coverage) {
        sink.u8(counts.counter(i) == 0 ? NEVER_COVERED : 0);
      } else {
        sink.u64(counts.counter(i));
      }
    }
  }
}
