package dev.profdata.indexed.merge;

import dev.profdata.model.TraceSet;
import java.util.ArrayList;
import java.util.List;

/** The traces that came in, for a sum whose sampling is done later. Confined to one thread. */
final class TraceLog {
  private final List<Entry> entries = new ArrayList<>();

  /**
   * The traces of one input.
   *
   * @param raw whether the input was a raw profile, whose traces have the weight of the input
   */
  record Entry(TraceSet traces, boolean raw) {
    /** Returns these traces as those of an input with so many times the weight. */
    Entry weighted(long weight) {
      if (!raw || weight == 1) {
        return this;
      }
      return new Entry(
          new TraceSet(
              traces.traces().stream()
                  .map(trace -> trace.withWeight(SaturatingMath.multiply(trace.weight(), weight)))
                  .toList(),
              traces.streamSize()),
          true);
    }
  }

  void add(Entry entry) {
    entries.add(entry);
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }
}
