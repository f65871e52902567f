package dev.profdata.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the hottest functions in a heap with the smallest on top, as older releases do.
 *
 * <p>Which of several equal functions stay, and in which order, follows from the steps of
 * libstdc++'s heap ({@code push_heap}, {@code pop_heap}), so these are done one by one: on the way
 * down the hole takes the smaller child, the right one if both are equal, to the very bottom, and
 * only then does the displaced entry rise.
 */
final class HottestHeap implements HottestFunctions {
  private final int capacity;
  private final List<Hot> heap = new ArrayList<>();

  HottestHeap(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public void add(ProfileName name, long maxCount) {
    if (capacity == 0) {
      return;
    }
    if (heap.size() == capacity) {
      if (Long.compareUnsigned(heap.get(0).maxCount(), maxCount) >= 0) {
        return;
      }
      pop(heap);
    }
    heap.add(new Hot(name, maxCount));
    rise(heap, heap.size() - 1);
  }

  @Override
  public List<Hot> descending() {
    List<Hot> rest = new ArrayList<>(heap);
    List<Hot> sorted = new ArrayList<>();
    while (!rest.isEmpty()) {
      sorted.add(0, pop(rest));
    }
    return sorted;
  }

  private static Hot pop(List<Hot> heap) {
    Hot top = heap.get(0);
    Hot displaced = heap.remove(heap.size() - 1);
    if (!heap.isEmpty()) {
      int hole = sink(heap);
      heap.set(hole, displaced);
      rise(heap, hole);
    }
    return top;
  }

  /** Moves the hole at the top to the bottom and returns where it arrives. */
  private static int sink(List<Hot> heap) {
    int hole = 0;
    int child = 2;
    while (child < heap.size()) {
      int smaller = isLarger(heap.get(child), heap.get(child - 1)) ? child - 1 : child;
      heap.set(hole, heap.get(smaller));
      hole = smaller;
      child = 2 * hole + 2;
    }
    if (child == heap.size()) {
      heap.set(hole, heap.get(child - 1));
      hole = child - 1;
    }
    return hole;
  }

  private static void rise(List<Hot> heap, int from) {
    Hot entry = heap.get(from);
    int at = from;
    int parent = (at - 1) / 2;
    while (at > 0 && isLarger(heap.get(parent), entry)) {
      heap.set(at, heap.get(parent));
      at = parent;
      parent = (at - 1) / 2;
    }
    heap.set(at, entry);
  }

  private static boolean isLarger(Hot a, Hot b) {
    return Long.compareUnsigned(a.maxCount(), b.maxCount()) > 0;
  }
}
