package dev.profdata.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HottestFunctionsTest {
  private static void fill(HottestFunctions hottest, long... counts) {
    for (int i = 0; i < counts.length; i++) {
      hottest.add(ProfileName.of("f" + i), counts[i]);
    }
  }

  private static List<String> names(HottestFunctions hottest) {
    return hottest.descending().stream().map(hot -> hot.name().toString()).toList();
  }

  @Test
  void theHeapKeepsTheLargest() {
    HottestFunctions heap = new HottestHeap(3);
    fill(heap, 1, 9, 3, 7, 5, -1);
    assertEquals(List.of("f5", "f1", "f3"), names(heap));
  }

  @Test
  void theHeapOrdersTiesAsLibstdcppDoes() {
    HottestFunctions heap = new HottestHeap(4);
    fill(heap, 5, 5, 5, 5, 5);
    assertEquals(List.of("f3", "f1", "f2", "f0"), names(heap)); // as llvm-profdata-16 prints
  }

  @Test
  void aHeapWithoutRoomKeepsNothing() {
    HottestFunctions heap = new HottestHeap(0);
    fill(heap, 1, 2);
    assertEquals(List.of(), names(heap));
  }

  @Test
  void sortingKeepsTheOrderOfTheFile() {
    HottestFunctions sorted = new HottestSorted();
    fill(sorted, 5, 6, 5, -1);
    assertEquals(List.of("f3", "f1", "f0", "f2"), names(sorted));
  }
}
