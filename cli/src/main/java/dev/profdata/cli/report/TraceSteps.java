package dev.profdata.cli.report;

import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.TemporalTrace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A trace with the counts of its functions.
 *
 * @param weight unsigned
 * @param steps in the order in which the functions were entered first
 */
record TraceSteps(long weight, List<Step> steps) {
  private static final Comparator<TemporalTrace> HEAVIEST_FIRST =
      (a, b) -> Long.compareUnsigned(b.weight(), a.weight());

  /**
   * A function that was entered for the first time.
   *
   * @param maxCount its largest counter in the profile, unsigned; 0 if it has no record
   */
  record Step(long nameHash, long maxCount) {}

  /**
   * Returns the traces of a profile, heaviest first, equal ones in the order of the file. Each
   * image of a raw profile is a trace if its functions carry time stamps.
   */
  static List<TraceSteps> of(InstrProfile profile, int limit) {
    List<TemporalTrace> traces = new ArrayList<>(profile.traces().traces());
    profile.images().stream()
        .filter(image -> image.counts().hasTimestamps())
        .map(TraceSteps::stamped)
        .forEach(traces::add);
    List<TemporalTrace> shown = traces.stream().sorted(HEAVIEST_FIRST).limit(limit).toList();
    Map<Long, Long> counts = shown.isEmpty() ? Map.of() : maxCounts(profile);
    return shown.stream().map(trace -> of(trace, counts)).toList();
  }

  /** Returns how many traces {@link #of} would find without a limit. */
  static long count(InstrProfile profile) {
    return profile.traces().traces().size()
        + profile.images().stream().filter(image -> image.counts().hasTimestamps()).count();
  }

  private static TemporalTrace stamped(ProfileImage image) {
    long[] hashes =
        IntStream.range(0, image.size())
            .filter(row -> image.counts().timestamp(row) != 0)
            .boxed()
            .sorted(
                (a, b) ->
                    Long.compareUnsigned(image.counts().timestamp(a), image.counts().timestamp(b)))
            .mapToLong(image.functions()::nameHash)
            .toArray();
    return TemporalTrace.of(1, hashes);
  }

  private static Map<Long, Long> maxCounts(InstrProfile profile) {
    Map<Long, Long> counts = new HashMap<>();
    profile
        .functions()
        .forEach(
            function ->
                counts.merge(
                    function.nameHash(),
                    FunctionCounts.of(function).maxCount(),
                    (a, b) -> Long.compareUnsigned(a, b) >= 0 ? a : b));
    return counts;
  }

  private static TraceSteps of(TemporalTrace trace, Map<Long, Long> counts) {
    List<Step> steps = new ArrayList<>();
    for (int place = 0; place < trace.size(); place++) {
      long hash = trace.nameHash(place);
      steps.add(new Step(hash, counts.getOrDefault(hash, 0L)));
    }
    return new TraceSteps(trace.weight(), steps);
  }
}
