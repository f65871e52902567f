package dev.profdata.order;

/**
 * Orders nodes by halving them again and again (LLVM's {@code BalancedPartitioning}). The stretches
 * of the array become the halves, so that in the end it is the order.
 */
final class BalancedPartitioning {
  private static final int SPLIT_DEPTH = 18;

  private final FunctionNode[] nodes;
  private final boolean sortsHalves;

  private BalancedPartitioning(FunctionNode[] nodes, boolean sortsHalves) {
    this.nodes = nodes;
    this.sortsHalves = sortsHalves;
  }

  /**
   * Orders nodes and uses up their utilities.
   *
   * @param nodes in their initial order; changed
   * @param sortsHalves whether each half starts in the initial order
   */
  static void order(FunctionNode[] nodes, boolean sortsHalves) {
    new BalancedPartitioning(nodes, sortsHalves).bisect(0, nodes.length, 0, 1);
  }

  private void bisect(int from, int to, int depth, int bucket) {
    if (to - from <= 1 || depth >= SPLIT_DEPTH) {
      NodeOrder.sortByInput(nodes, from, to);
      return;
    }
    int middle = new Bisection(nodes, from, to, bucket).split(sortsHalves);
    bisect(from, middle, depth + 1, 2 * bucket);
    bisect(middle, to, depth + 1, 2 * bucket + 1);
  }
}
