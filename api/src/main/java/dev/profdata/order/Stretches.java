package dev.profdata.order;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.model.TemporalTrace;
import java.util.List;

/**
 * Cuts traces into stretches that double in length. A function has the utilities of its stretch and
 * of all later ones of the trace.
 */
sealed interface Stretches {
  /** Returns how a release cuts these traces. */
  static Stretches of(List<TemporalTrace> traces, LlvmRelease release) {
    if (release.follows(ReleaseRule.ORDER_WITHOUT_OUTLIERS)) {
      return new OfTheTrace();
    }
    return release.follows(ReleaseRule.ORDER_WHOLE_TRACES)
        ? OfTheLongest.whole(traces)
        : OfTheLongest.withoutLastPlace(traces);
  }

  /** Returns the number of the stretch that a place in a trace belongs to, from 0 on. */
  int of(int place);

  /** Returns the number of stretches that a trace is cut into. */
  int count(TemporalTrace trace);

  /**
   * Since LLVM 19: by the length of the trace itself. A stretch ends before place 1, 2, 4, 8 and so
   * on.
   */
  record OfTheTrace() implements Stretches {
    @Override
    public int of(int place) {
      return ceilLog2(place + 1);
    }

    @Override
    public int count(TemporalTrace trace) {
      return trace.size() == 0 ? 0 : of(trace.size() - 1) + 1;
    }
  }

  /**
   * LLVM 17 and 18: by the length of the longest trace, for all alike. A stretch ends before place
   * 1, 3, 7, 15 and so on; the last ones of a short trace are empty.
   *
   * @param number how many; places behind the last one have no utility of the trace
   */
  record OfTheLongest(int number) implements Stretches {
    /** Cuts as LLVM 17 does, which forgets the last place if a power of two is the length. */
    static OfTheLongest withoutLastPlace(List<TemporalTrace> traces) {
      return new OfTheLongest(ceilLog2(Math.max(1, longest(traces))));
    }

    /** Cuts as LLVM 18 does. */
    static OfTheLongest whole(List<TemporalTrace> traces) {
      return new OfTheLongest(ceilLog2(longest(traces) + 1));
    }

    private static int longest(List<TemporalTrace> traces) {
      return traces.stream().mapToInt(TemporalTrace::size).max().orElse(0);
    }

    @Override
    public int of(int place) {
      return ceilLog2(place + 2) - 1;
    }

    @Override
    public int count(TemporalTrace trace) {
      return number;
    }
  }

  /** Returns how often 2 must be multiplied to reach a number, which is above 0. */
  private static int ceilLog2(int number) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(number - 1);
  }
}
