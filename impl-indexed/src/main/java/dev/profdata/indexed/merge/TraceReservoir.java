package dev.profdata.indexed.merge;

import dev.profdata.format.ReleaseRule;
import dev.profdata.internal.random.MersenneTwister;
import dev.profdata.model.TemporalTrace;
import dev.profdata.model.TraceSet;
import dev.profdata.spi.MergeSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The temporal traces of the sum: all of them, or a random sample when there are more than the
 * reservoir holds. The generator starts the same for every merge, so the sample is reproducible.
 */
final class TraceReservoir {
  /** A file may claim any number of traces; beyond this many, drawing lots stops. */
  private static final long MOST_DRAWS = 1 << 24;

  private final int capacity;
  private final int maxLength;
  private final boolean newSampling;
  private final boolean cutsEarly;
  private final MersenneTwister random = new MersenneTwister();
  private List<TemporalTrace> traces = new ArrayList<>();
  private long streamSize;

  TraceReservoir(MergeSettings settings) {
    this.capacity = settings.traceReservoir();
    this.maxLength = settings.maxTraceLength();
    this.newSampling = settings.release().follows(ReleaseRule.NEW_TRACE_SAMPLING);
    this.cutsEarly = settings.release().follows(ReleaseRule.TRACES_CUT_EARLY);
  }

  TraceSet toTraceSet() {
    return new TraceSet(traces, streamSize);
  }

  void add(TraceSet incoming) {
    List<TemporalTrace> source = new ArrayList<>();
    for (TemporalTrace trace : incoming.traces()) {
      TemporalTrace kept = cutsEarly ? trace.truncated(maxLength) : trace;
      if (!cutsEarly || kept.size() > 0) {
        source.add(kept);
      }
    }
    if (newSampling) {
      sampleNew(source, incoming.streamSize());
    } else {
      sampleOld(source, incoming.streamSize());
    }
  }

  private void sampleNew(List<TemporalTrace> source, long sourceSize) {
    while (traces.size() > capacity) {
      traces.remove(traces.size() - 1);
    }
    if (source.isEmpty()) {
      return;
    }
    int moved = Math.min(Math.max(capacity - traces.size(), 0), source.size());
    traces.addAll(source.subList(0, moved));
    List<TemporalTrace> rest = new ArrayList<>(source.subList(moved, source.size()));
    shuffle(rest);
    int next = 0;
    long last = atMost(sourceSize, MOST_DRAWS);
    for (long seen = traces.size(); seen < last && next < rest.size(); seen++) {
      long place = random.uniform(seen);
      if (place < traces.size()) {
        traces.set((int) place, rest.get(next++));
      }
    }
    streamSize += sourceSize;
  }

  private void sampleOld(List<TemporalTrace> incoming, long incomingSize) {
    List<TemporalTrace> source = incoming;
    long sourceSize = incomingSize;
    boolean sampled = isSampled(streamSize);
    boolean sourceSampled = isSampled(sourceSize);
    if (!sampled && sourceSampled) {
      List<TemporalTrace> own = traces;
      traces = new ArrayList<>(source);
      source = own;
      long ownSize = streamSize;
      streamSize = sourceSize;
      sourceSize = ownSize;
      sourceSampled = false;
    }
    if (sourceSampled) {
      mixSamples(source, sourceSize);
    } else {
      source.forEach(this::addOne);
    }
  }

  private static long atMost(long size, long most) {
    return Long.compareUnsigned(size, most) < 0 ? size : most;
  }

  private boolean isSampled(long size) {
    return Long.compareUnsigned(size, capacity) > 0;
  }

  private void addOne(TemporalTrace trace) {
    TemporalTrace kept = trace.truncated(maxLength);
    if (kept.size() == 0) {
      return;
    }
    if (!isSampled(streamSize + 1)) {
      traces.add(kept);
    } else {
      long place = random.uniform(streamSize);
      if (place < traces.size()) {
        traces.set((int) place, kept);
      }
    }
    streamSize++;
  }

  private void mixSamples(List<TemporalTrace> source, long sourceSize) {
    Set<Integer> replaced = new LinkedHashSet<>();
    long draws = atMost(sourceSize, MOST_DRAWS);
    for (long i = 0; i < draws; i++) {
      long place = random.uniform(streamSize + i);
      if (place < traces.size()) {
        replaced.add((int) place);
      }
    }
    streamSize += sourceSize;
    List<TemporalTrace> shuffled = new ArrayList<>(source);
    shuffle(shuffled);
    int next = 0;
    for (int place : replaced) {
      if (next < shuffled.size()) {
        traces.set(place, shuffled.get(next++));
      }
    }
  }

  private void shuffle(List<TemporalTrace> list) {
    for (int i = 0; i + 1 < list.size(); i++) {
      int other = i + random.below(list.size() - i);
      TemporalTrace moved = list.get(i);
      list.set(i, list.get(other));
      list.set(other, moved);
    }
  }
}
