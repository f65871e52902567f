package dev.profdata.order;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;

/** Sorts and partitions stretches of nodes, as the C++ library of LLVM's builds on Linux does. */
final class NodeOrder {
  private static final Comparator<FunctionNode> BY_INPUT =
      Comparator.comparingInt(FunctionNode::inputOrder);
  private static final Comparator<FunctionNode> BY_GAIN_DOWN =
      (a, b) -> Float.compare(b.gain(), a.gain());

  private NodeOrder() {}

  static void sortByInput(FunctionNode[] nodes, int from, int to) {
    Arrays.sort(nodes, from, to, BY_INPUT);
  }

  static void sortByGain(FunctionNode[] nodes, int from, int to) {
    Arrays.sort(nodes, from, to, BY_GAIN_DOWN);
  }

  /**
   * Brings the nodes that fit before the others, neither of them in their old sequence (libstdc++'s
   * {@code std::partition}).
   *
   * @return where the others begin
   */
  static int partition(FunctionNode[] nodes, int from, int to, Predicate<FunctionNode> fits) {
    int low = from;
    int high = to;
    while (true) {
      while (low < high && fits.test(nodes[low])) {
        low++;
      }
      high--;
      while (low < high && !fits.test(nodes[high])) {
        high--;
      }
      if (low >= high) {
        return low;
      }
      swap(nodes, low, high);
      low++;
    }
  }

  static void swap(FunctionNode[] nodes, int i, int j) {
    FunctionNode moved = nodes[i];
    nodes[i] = nodes[j];
    nodes[j] = moved;
  }
}
