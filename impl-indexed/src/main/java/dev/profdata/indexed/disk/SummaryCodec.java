package dev.profdata.indexed.disk;

import dev.profdata.internal.bytes.ByteSink;
import dev.profdata.model.ProfileSummary;
import java.io.IOException;

/** The summary behind the header: eight words, then three for each cutoff. */
final class SummaryCodec {
  static final int FIELDS = 6;
  static final int WORDS_BEFORE_ENTRIES = 8;
  static final int WORDS_OF_ENTRY = 3;

  private SummaryCodec() {}

  static long size(int entries) {
    return (WORDS_BEFORE_ENTRIES + (long) WORDS_OF_ENTRY * entries) * Long.BYTES;
  }

  static void write(ByteSink sink, ProfileSummary summary) throws IOException {
    sink.u64(FIELDS).u64(summary.entries().size());
    sink.u64(summary.functions()).u64(summary.blocks());
    sink.u64(summary.maxFunctionCount()).u64(summary.maxBlockCount());
    sink.u64(summary.maxInternalBlockCount()).u64(summary.totalCount());
    for (ProfileSummary.Entry entry : summary.entries()) {
      sink.u64(entry.cutoff()).u64(entry.minCount()).u64(entry.counters());
    }
  }
}
