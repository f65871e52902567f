package dev.profdata.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.format.LlvmRelease;
import dev.profdata.model.TemporalTrace;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FunctionOrderTest {
  private static final LlvmRelease NEWEST = LlvmRelease.newest();

  private static long[] hashes(FunctionOrder order) {
    return IntStream.range(0, order.size()).mapToLong(order::nameHash).toArray();
  }

  @Test
  void withoutTracesThereIsNoFunction() {
    LlvmRelease.all().stream()
        .filter(release -> release.major() >= 17)
        .forEach(release -> assertEquals(0, FunctionOrder.of(List.of(), release).size()));
  }

  @Test
  void releasesBefore17CannotOrder() {
    LlvmRelease older = LlvmRelease.of(16);
    assertThrows(IllegalArgumentException.class, () -> FunctionOrder.of(List.of(), older));
  }

  @Test
  void everyFunctionOfAnyTraceHasOnePlace() {
    Random random = new Random(1);
    for (int major = 17; major <= NEWEST.major(); major++) {
      List<TemporalTrace> traces =
          random
              .ints(5, 0, 300)
              .mapToObj(size -> TemporalTrace.of(1, random.longs(size, -40, 90).toArray()))
              .toList();
      long[] sorted = hashes(FunctionOrder.of(traces, LlvmRelease.of(major)));
      Arrays.sort(sorted);
      assertArrayEquals(
          traces.stream()
              .flatMapToLong(trace -> IntStream.range(0, trace.size()).mapToLong(trace::nameHash))
              .distinct()
              .sorted()
              .toArray(),
          sorted);
    }
  }

  @Test
  void theWeightOfATraceCountsForNothing() {
    TemporalTrace one = TemporalTrace.of(1, 1, 2, 3, 4, 5, 6, 7, 8);
    TemporalTrace other = TemporalTrace.of(1, 8, 1, 7, 2, 6, 3);
    assertArrayEquals(
        hashes(FunctionOrder.of(List.of(one, other), NEWEST)),
        hashes(FunctionOrder.of(List.of(one, other.withWeight(1000)), NEWEST)));
  }

  @Test
  void aPageHolds32FunctionsAndIsTouchedOnce() {
    long[] run = LongStream.rangeClosed(1, 64).toArray();
    FunctionOrder order = FunctionOrder.of(List.of(TemporalTrace.of(1, run)), NEWEST);
    long[] ordered = hashes(order);
    assertEquals(32 + 2 * 32, order.pageFaultArea(List.of(TemporalTrace.of(1, ordered))));
    assertEquals(
        1 + 2 + 2,
        order.pageFaultArea(List.of(TemporalTrace.of(1, ordered[0], 99, ordered[32], ordered[5]))));
    assertEquals(0, order.pageFaultArea(List.of()));
  }

  @Test
  void selectionPutsTheEarlierNodesBeforeTheMiddleHoweverTheyLie() {
    Random random = new Random(2);
    for (int size = 2; size < 400; size++) {
      FunctionNode[] nodes = new FunctionNode[size];
      for (int i = 0; i < size; i++) {
        // Alternating from both ends: what medians of three are bad at.
        int place = i % 2 == 0 ? i / 2 : size - 1 - i / 2;
        nodes[i] = new FunctionNode(i, place, new int[0]);
      }
      int middle = 1 + random.nextInt(size - 1);
      NodeSelection.select(nodes, 0, middle, size);
      for (int i = 0; i < size; i++) {
        assertEquals(i < middle, nodes[i].inputOrder() < middle);
      }
    }
  }

  @Test
  void theCostIsThatOfTheLogarithmToBase2() {
    assertEquals(-(3 * 2f), LogCost.of(3, 0));
    assertTrue(LogCost.of(4, 0) < LogCost.of(2, 2));
    assertEquals(-(32_767 * 15f), LogCost.of(0, 32_767));
  }
}
