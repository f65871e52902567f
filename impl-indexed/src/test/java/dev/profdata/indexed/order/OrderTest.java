package dev.profdata.indexed.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.profdata.format.LlvmRelease;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {
  @Test
  void upToTwoRecordsStayInPlaceAndAThirdMovesAllToSixtyFourBuckets() {
    RecordMapOrder order = RecordMapOrder.of(LlvmRelease.of(16));
    assertArrayEquals(new int[] {1, 0}, order.order(new long[] {3, 0}));
    assertArrayEquals(new int[] {1, 2, 0}, order.order(new long[] {3, 0, 1}));
  }

  @Test
  void sortsLikeAStableSort() {
    Random random = new Random(1);
    for (int size = 0; size < 200; size++) {
      int[] keys = random.ints(size, 0, 10).toArray();
      int[] sorted = IntStream.range(0, size).toArray();
      IntSort.sort(sorted, (a, b) -> Integer.compare(keys[a], keys[b]));
      int[] expected =
          IntStream.range(0, size)
              .boxed()
              .sorted((a, b) -> Integer.compare(keys[a], keys[b]))
              .mapToInt(Integer::intValue)
              .toArray();
      assertArrayEquals(expected, sorted, Arrays.toString(keys));
    }
  }
}
