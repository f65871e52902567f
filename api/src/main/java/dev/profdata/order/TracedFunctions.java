package dev.profdata.order;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.model.TemporalTrace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes nodes of the functions of traces, in their initial order (LLVM's {@code
 * createBPFunctionNodes}). Weights of traces count for nothing, in all releases.
 */
final class TracedFunctions {
  private final Map<Long, TracedFunction> functions = new HashMap<>();
  private final Stretches stretches;
  private final boolean dropsOutliers;
  private int traces;
  private int utilities;

  private TracedFunctions(Stretches stretches, boolean dropsOutliers) {
    this.stretches = stretches;
    this.dropsOutliers = dropsOutliers;
  }

  static FunctionNode[] nodes(List<TemporalTrace> traces, LlvmRelease release) {
    TracedFunctions functions =
        new TracedFunctions(
            Stretches.of(traces, release), release.follows(ReleaseRule.ORDER_WITHOUT_OUTLIERS));
    traces.forEach(functions::add);
    return functions.toNodes();
  }

  private void add(TemporalTrace trace) {
    int end = utilities + stretches.count(trace);
    Set<Long> seen = new HashSet<>();
    for (int place = 0; place < trace.size(); place++) {
      long nameHash = trace.nameHash(place);
      if (seen.add(nameHash)) {
        TracedFunction function = functions.computeIfAbsent(nameHash, TracedFunction::new);
        function.addPlace(traces, place);
        function.addUtilities(utilities + stretches.of(place), end);
      }
    }
    utilities = end;
    traces++;
  }

  private FunctionNode[] toNodes() {
    List<TracedFunction> ordered = new ArrayList<>(functions.values());
    ordered.sort(
        dropsOutliers ? TracedFunction.BY_PLACE_AND_NAME : TracedFunction.BY_PLACE_AND_TRACE);
    FunctionNode[] nodes = new FunctionNode[ordered.size()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = ordered.get(i).toNode(i);
    }
    if (dropsOutliers) {
      dropOutliers(nodes);
    }
    return nodes;
  }

  /** Drops utilities that only one function has, or more than half of all. */
  private void dropOutliers(FunctionNode[] nodes) {
    int[] numbers = new int[utilities];
    for (FunctionNode node : nodes) {
      for (int utility : node.utilities()) {
        numbers[utility]++;
      }
    }
    int next = 0;
    for (int utility = 0; utility < utilities; utility++) {
      int frequency = numbers[utility];
      numbers[utility] = frequency > 1 && 2L * frequency <= nodes.length ? next++ : -1;
    }
    for (FunctionNode node : nodes) {
      node.renumberUtilities(numbers);
    }
  }
}
