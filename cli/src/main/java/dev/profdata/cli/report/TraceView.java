package dev.profdata.cli.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A trace.
 *
 * @param number from 1
 * @param size how many functions
 * @param more how many of them are not in the list, empty if none
 */
record TraceView(
    String number, String weight, String size, TimelineChart chart, List<Step> steps, String more) {
  /** A function in the order of first entry. */
  record Step(String place, NameView name, String maxCount) {}

  static List<TraceView> of(List<TraceSteps> traces, ProfileNames names, int limit) {
    List<TraceView> views = new ArrayList<>();
    for (TraceSteps trace : traces) {
      views.add(of(views.size() + 1, trace, names, limit));
    }
    return views;
  }

  private static TraceView of(int number, TraceSteps trace, ProfileNames names, int limit) {
    int size = trace.steps().size();
    List<Step> steps = new ArrayList<>();
    for (TraceSteps.Step step : trace.steps().subList(0, Math.min(limit, size))) {
      steps.add(
          new Step(
              Numbers.grouped(steps.size() + 1L),
              NameView.of(names.function(step.nameHash()), step.nameHash()),
              Numbers.unsigned(step.maxCount())));
    }
    return new TraceView(
        Numbers.grouped(number),
        Numbers.unsigned(trace.weight()),
        Numbers.grouped(size),
        TimelineChart.of(trace.steps(), names),
        steps,
        Numbers.more(size, limit));
  }
}
