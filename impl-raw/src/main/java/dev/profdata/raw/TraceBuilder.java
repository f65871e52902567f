package dev.profdata.raw;

import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TemporalTrace;
import dev.profdata.model.TraceSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes one temporal trace of the time stamps of all functions of a file. */
final class TraceBuilder {
  /** What byte coverage leaves where a function was never entered. */
  private static final long NEVER_ENTERED = -1;

  private final List<Entry> entries = new ArrayList<>();
  private boolean temporal;

  private record Entry(long timestamp, long nameHash) {}

  void add(ProfileImage image) {
    temporal |= image.variant().has(ProfileVariant.TEMPORAL);
    for (int row = 0; image.counts().hasTimestamps() && row < image.size(); row++) {
      long timestamp = image.counts().timestamp(row);
      if (timestamp != 0 && timestamp != NEVER_ENTERED) {
        entries.add(new Entry(timestamp, image.functions().nameHash(row)));
      }
    }
  }

  boolean isTemporal() {
    return temporal;
  }

  TraceSet build() {
    entries.sort(
        Comparator.comparing(Entry::timestamp, Long::compareUnsigned)
            .thenComparing(Entry::nameHash, Long::compareUnsigned));
    long[] hashes = entries.stream().mapToLong(Entry::nameHash).toArray();
    return hashes.length == 0
        ? TraceSet.EMPTY
        : new TraceSet(List.of(TemporalTrace.of(1, hashes)), 1);
  }
}
