package dev.profdata.indexed.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.format.LlvmRelease;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {
  @Test
  void hashesAsXxh3Does() {
    assertEquals(0x2D06_8005_38D3_94C2L, Xxh3.hash(new byte[0]));
    assertEquals(0x78AF_5F94_892F_3950L, Xxh3.hash("abc".getBytes(StandardCharsets.US_ASCII)));
  }

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
