package dev.profdata.model;

import java.util.List;

/**
 * The temporal traces of a profile, a sample if more were seen than are kept.
 *
 * @param traces in the order of the file
 * @param streamSize how many traces were seen in all, unsigned
 * @since 0.1
 */
public record TraceSet(List<TemporalTrace> traces, long streamSize) {
  /** No trace. */
  public static final TraceSet EMPTY = new TraceSet(List.of(), 0);

  /** Copies the list. */
  public TraceSet {
    traces = List.copyOf(traces);
  }
}
