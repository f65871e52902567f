package dev.profdata.cli.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A trace as a drawing: a bar for each function from the first on the left to the last on the
 * right, as high as the logarithm of its largest counter. A long trace has a bar for each run of
 * functions, as high as the hottest of them.
 *
 * @param highest the largest counter of all
 */
record TimelineChart(int width, int height, String highest, List<Bar> bars) {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 100;
  private static final int MOST_BARS = 200;
  private static final int LEAST_HEIGHT = 3;
  private static final double GAP = 0.15;

  /** A bar with words about it. */
  record Bar(String x, String y, String width, String height, String title) {}

  static TimelineChart of(List<TraceSteps.Step> steps, ProfileNames names) {
    int count = Math.min(steps.size(), MOST_BARS);
    long largest = largest(steps);
    double highest = logarithm(largest);
    List<Bar> bars = new ArrayList<>();
    for (int bar = 0; bar < count; bar++) {
      int from = (int) ((long) steps.size() * bar / count);
      int to = (int) ((long) steps.size() * (bar + 1) / count);
      bars.add(bar(bar, count, from, steps.subList(from, to), highest, names));
    }
    return new TimelineChart(WIDTH, HEIGHT, Numbers.unsigned(largest), bars);
  }

  /** Returns 0 for a function that was never counted, more for each further digit. */
  private static double logarithm(long unsigned) {
    return Math.log1p(UnsignedSum.toBigInteger(unsigned).doubleValue());
  }

  private static long largest(List<TraceSteps.Step> steps) {
    return steps.stream()
        .mapToLong(TraceSteps.Step::maxCount)
        .reduce(0, (a, b) -> Long.compareUnsigned(a, b) >= 0 ? a : b);
  }

  private static Bar bar(
      int bar, int count, int from, List<TraceSteps.Step> run, double highest, ProfileNames names) {
    TraceSteps.Step hottest = run.get(0);
    for (TraceSteps.Step step : run) {
      hottest = Long.compareUnsigned(step.maxCount(), hottest.maxCount()) > 0 ? step : hottest;
    }
    double part = highest == 0 ? 0 : logarithm(hottest.maxCount()) / highest;
    double height = LEAST_HEIGHT + part * (HEIGHT - LEAST_HEIGHT);
    double width = (double) WIDTH / count;
    return new Bar(
        Numbers.decimal(bar * width),
        Numbers.decimal(HEIGHT - height),
        Numbers.decimal(width * (1 - GAP)),
        Numbers.decimal(height),
        title(from, run.size(), hottest, names));
  }

  private static String title(int from, int size, TraceSteps.Step hottest, ProfileNames names) {
    String name = NameView.of(names.function(hottest.nameHash()), hottest.nameHash()).text();
    String count = Numbers.unsigned(hottest.maxCount());
    String first = Numbers.grouped(from + 1L);
    return size == 1
        ? "%s: %s, largest counter %s".formatted(first, name, count)
        : "%s to %s: hottest is %s, largest counter %s"
            .formatted(first, Numbers.grouped((long) from + size), name, count);
  }
}
