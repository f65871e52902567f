package dev.profdata.order;

import java.util.Comparator;

/** What the traces tell of a function. */
final class TracedFunction {
  /** By the earliest place in any trace, then by name hash, unsigned. */
  static final Comparator<TracedFunction> BY_PLACE_AND_NAME =
      Comparator.<TracedFunction>comparingInt(function -> function.earliestPlace)
          .thenComparing((a, b) -> Long.compareUnsigned(a.nameHash, b.nameHash));

  /** By the earliest place in any trace, then by the first trace that has it there. */
  static final Comparator<TracedFunction> BY_PLACE_AND_TRACE =
      Comparator.<TracedFunction>comparingInt(function -> function.earliestPlace)
          .thenComparingInt(function -> function.earliestTrace);

  private final long nameHash;
  private final UtilityList utilities = new UtilityList();
  private int earliestPlace = Integer.MAX_VALUE;
  private int earliestTrace;

  TracedFunction(long nameHash) {
    this.nameHash = nameHash;
  }

  /** Notes where a trace has the function first; traces come in their order. */
  void addPlace(int trace, int place) {
    if (place < earliestPlace) {
      earliestPlace = place;
      earliestTrace = trace;
    }
  }

  void addUtilities(int first, int end) {
    utilities.addRange(first, end);
  }

  FunctionNode toNode(int inputOrder) {
    return new FunctionNode(nameHash, inputOrder, utilities.toArray());
  }
}
