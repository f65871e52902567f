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
      sortsLikeAStableSort(random.ints(size, 0, 10).toArray());
    }
    // So many that several threads take part.
    sortsLikeAStableSort(random.ints(100_001, 0, 1_000).toArray());
  }

  private static void sortsLikeAStableSort(int[] keys) {
    int[] sorted = IntStream.range(0, keys.length).toArray();
    IntSort.sort(sorted, (a, b) -> Integer.compare(keys[a], keys[b]));
    int[] expected =
        IntStream.range(0, keys.length)
            .boxed()
            .sorted((a, b) -> Integer.compare(keys[a], keys[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    assertArrayEquals(expected, sorted, Arrays.toString(keys));
  }
}
