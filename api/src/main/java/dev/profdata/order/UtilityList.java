package dev.profdata.order;

import java.util.Arrays;

/** A growing list of the utilities of a function, ascending. */
final class UtilityList {
  private static final int INITIAL_SIZE = 4;

  private int[] utilities = new int[INITIAL_SIZE];
  private int size;

  void addRange(int first, int end) {
    int added = Math.max(end - first, 0);
    if (size + added > utilities.length) {
      utilities = Arrays.copyOf(utilities, Math.max(size + added, size * 2));
    }
    for (int utility = first; utility < end; utility++) {
      utilities[size++] = utility;
    }
  }

  int[] toArray() {
    return Arrays.copyOf(utilities, size);
  }
}
