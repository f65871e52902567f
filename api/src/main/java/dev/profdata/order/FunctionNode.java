package dev.profdata.order;

import java.util.Arrays;

/** A function on its way to its place (LLVM's {@code BPFunctionNode}). */
final class FunctionNode {
  private final long nameHash;
  private final int inputOrder;
  private int[] utilities;
  private boolean left;
  private float gain;

  /**
   * Makes a node.
   *
   * @param inputOrder its place in the initial order
   * @param utilities ascending, each once; owned by the node
   */
  FunctionNode(long nameHash, int inputOrder, int[] utilities) {
    this.nameHash = nameHash;
    this.inputOrder = inputOrder;
    this.utilities = utilities;
  }

  long nameHash() {
    return nameHash;
  }

  int inputOrder() {
    return inputOrder;
  }

  /** Tells whether the node is in the left half of what is being split. */
  boolean isLeft() {
    return left;
  }

  void setLeft(boolean inLeftHalf) {
    left = inLeftHalf;
  }

  /** Returns what a move to the other half would bring, as computed last. */
  float gain() {
    return gain;
  }

  void computeGain(Signatures signatures) {
    gain = signatures.sumOfGains(utilities, left);
  }

  /** Returns the utilities, to be read only. */
  int[] utilities() {
    return utilities;
  }

  /**
   * Gives the utilities other numbers.
   *
   * @param numbers the new number of each, ascending; negative for one that is dropped
   */
  void renumberUtilities(int[] numbers) {
    int kept = 0;
    for (int utility : utilities) {
      if (numbers[utility] >= 0) {
        utilities[kept++] = numbers[utility];
      }
    }
    utilities = Arrays.copyOf(utilities, kept);
  }
}
