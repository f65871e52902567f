package dev.profdata.order;

/**
 * Cuts a stretch of nodes in two at a place, by their initial order, the way the C++ library of
 * LLVM's builds on Linux does (libstdc++'s {@code std::nth_element}): what lands on either side is
 * clear, but not in which sequence, and that shows in the result.
 *
 * <p>Introselect: partitions around a median of three while more than three nodes are left, then
 * sorts by insertion; where that takes too many rounds a heap takes over.
 */
final class NodeSelection {
  private static final int SMALL = 3;

  private final FunctionNode[] nodes;

  private NodeSelection(FunctionNode[] nodes) {
    this.nodes = nodes;
  }

  /**
   * Brings the nodes that are earlier before the middle.
   *
   * @param middle above {@code from}, below {@code to}
   */
  static void select(FunctionNode[] nodes, int from, int middle, int to) {
    new NodeSelection(nodes).select(from, middle, to);
  }

  private void select(int from, int middle, int to) {
    int first = from;
    int last = to;
    int rounds = 2 * (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(to - from));
    while (last - first > SMALL) {
      if (rounds == 0) {
        selectByHeap(first, middle + 1, last);
        NodeOrder.swap(nodes, first, middle);
        return;
      }
      rounds--;
      int cut = partition(first, last);
      if (cut <= middle) {
        first = cut;
      } else {
        last = cut;
      }
    }
    NodeOrder.sortByInput(nodes, first, last);
  }

  private boolean before(int i, int j) {
    return nodes[i].inputOrder() < nodes[j].inputOrder();
  }

  private int partition(int first, int last) {
    moveMedianToFirst(first, first + 1, first + (last - first) / 2, last - 1);
    int low = first + 1;
    int high = last;
    while (true) {
      while (before(low, first)) {
        low++;
      }
      high--;
      while (before(first, high)) {
        high--;
      }
      if (low >= high) {
        return low;
      }
      NodeOrder.swap(nodes, low, high);
      low++;
    }
  }

  private void moveMedianToFirst(int first, int a, int b, int c) {
    int median = before(a, b) ? middleOf(a, b, c) : middleOf(b, a, c);
    NodeOrder.swap(nodes, first, median);
  }

  /** Returns the middle one of three, of which the first is before the second. */
  private int middleOf(int low, int high, int other) {
    if (before(high, other)) {
      return high;
    }
    return before(low, other) ? other : low;
  }

  /** Gathers the earliest nodes in a heap up to {@code middle}, the latest of them in front. */
  private void selectByHeap(int first, int middle, int last) {
    int length = middle - first;
    for (int parent = (length - 2) / 2; parent >= 0 && length > 1; parent--) {
      sink(first, parent, length, nodes[first + parent]);
    }
    for (int i = middle; i < last; i++) {
      if (before(i, first)) {
        FunctionNode node = nodes[i];
        nodes[i] = nodes[first];
        sink(first, 0, length, node);
      }
    }
  }

  /** Fills a hole with the later child again and again, then lets the node rise from there. */
  private void sink(int first, int top, int length, FunctionNode node) {
    int hole = top;
    while (2 * hole + 1 < length) {
      int child = 2 * hole + 2;
      if (child == length || before(first + child, first + child - 1)) {
        child--;
      }
      nodes[first + hole] = nodes[first + child];
      hole = child;
    }
    int parent = (hole - 1) / 2;
    while (hole > top && nodes[first + parent].inputOrder() < node.inputOrder()) {
      nodes[first + hole] = nodes[first + parent];
      hole = parent;
      parent = (hole - 1) / 2;
    }
    nodes[first + hole] = node;
  }
}
