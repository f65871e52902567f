package dev.profdata.order;

import dev.profdata.internal.random.MersenneTwister;
import java.util.Arrays;

/** One split of a stretch of nodes into a left and a right half. Confined to one thread. */
final class Bisection {
  private static final int MOST_ITERATIONS = 40;

  /** How often a node stays where it is although it should move, which leads out of dead ends. */
  private static final float SKIP_PROBABILITY = 0.1f;

  private final FunctionNode[] nodes;
  private final int from;
  private final int to;
  private final MersenneTwister random;

  /**
   * Prepares a split.
   *
   * @param bucket LLVM's number of the stretch, which is the seed
   */
  Bisection(FunctionNode[] nodes, int from, int to, int bucket) {
    this.nodes = nodes;
    this.from = from;
    this.to = to;
    this.random = new MersenneTwister(bucket);
  }

  /**
   * Moves the nodes to their halves.
   *
   * @param sorts whether each half is sorted in the beginning
   * @return where the right half begins
   */
  int split(boolean sorts) {
    int middle = from + (to - from + 1) / 2;
    if (sorts) {
      NodeOrder.sortByInput(nodes, from, to);
    } else {
      NodeSelection.select(nodes, from, middle, to);
    }
    for (int i = from; i < to; i++) {
      nodes[i].setLeft(i < middle);
    }
    improve();
    return NodeOrder.partition(nodes, from, to, FunctionNode::isLeft);
  }

  private void improve() {
    Signatures signatures = new Signatures(dropUselessUtilities());
    for (int i = from; i < to; i++) {
      signatures.add(nodes[i].utilities(), nodes[i].isLeft());
    }
    for (int i = 0; i < MOST_ITERATIONS && exchange(signatures); i++) {
      // Each exchange starts where the one before ended.
    }
  }

  /**
   * Drops the utilities that one node has or that all have, and numbers the others from 0 on.
   *
   * @return how many are left
   */
  private int dropUselessUtilities() {
    int[] degrees = degrees();
    int[] numbers = new int[degrees.length];
    int count = 0;
    for (int utility = 0; utility < degrees.length; utility++) {
      boolean useful = degrees[utility] > 1 && degrees[utility] < to - from;
      numbers[utility] = useful ? count++ : -1;
    }
    for (int i = from; i < to; i++) {
      nodes[i].renumberUtilities(numbers);
    }
    return count;
  }

  private int[] degrees() {
    int highest = -1;
    for (int i = from; i < to; i++) {
      int[] utilities = nodes[i].utilities();
      highest = Math.max(highest, utilities.length == 0 ? -1 : utilities[utilities.length - 1]);
    }
    int[] degrees = new int[highest + 1];
    for (int i = from; i < to; i++) {
      for (int utility : nodes[i].utilities()) {
        degrees[utility]++;
      }
    }
    return degrees;
  }

  /**
   * Exchanges nodes that gain by it, those that gain most first.
   *
   * @return whether any moved
   */
  private boolean exchange(Signatures signatures) {
    signatures.refreshGains();
    FunctionNode[] byGain = Arrays.copyOfRange(nodes, from, to);
    for (FunctionNode node : byGain) {
      node.computeGain(signatures);
    }
    int middle = NodeOrder.partition(byGain, 0, byGain.length, FunctionNode::isLeft);
    NodeOrder.sortByGain(byGain, 0, middle);
    NodeOrder.sortByGain(byGain, middle, byGain.length);
    int pairs = Math.min(middle, byGain.length - middle);
    boolean moved = false;
    for (int i = 0; i < pairs; i++) {
      FunctionNode left = byGain[i];
      FunctionNode right = byGain[middle + i];
      if (left.gain() + right.gain() <= 0) {
        break;
      }
      moved |= move(left, signatures);
      moved |= move(right, signatures);
    }
    return moved;
  }

  private boolean move(FunctionNode node, Signatures signatures) {
    if (random.nextFloat() <= SKIP_PROBABILITY) {
      return false;
    }
    signatures.move(node.utilities(), node.isLeft());
    node.setLeft(!node.isLeft());
    return true;
  }
}
