package dev.profdata.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LayoutsTest {
  @Test
  void allLayoutsEqualTheListing() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int version = 1; version <= RawHeaderLayout.NEWEST_VERSION; version++) {
      lines.add("header %d:".formatted(version));
      RawHeaderLayout header = RawHeaderLayout.of(version);
      list(lines, header.offsets(), header.size());
    }
    for (int version = 1; version <= RawHeaderLayout.NEWEST_VERSION; version++) {
      for (int bits : new int[] {64, 32}) {
        RawDataLayout data = RawDataLayout.of(version, bits / Byte.SIZE);
        lines.add("record %d, %d bit, %d kinds:".formatted(version, bits, data.kinds()));
        list(lines, data.offsets(), data.recordBytes());
      }
    }
    assertEquals(listing(), String.join("\n", lines) + "\n");
  }

  private static void list(List<String> lines, Map<? extends Enum<?>, Integer> offsets, int size) {
    offsets.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(field -> lines.add("  %d %s".formatted(field.getValue(), field.getKey())));
    lines.add("  %d end".formatted(size));
  }

  private static String listing() throws IOException {
    try (InputStream in = LayoutsTest.class.getResourceAsStream("layouts.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.substring(text.indexOf('\n') + 1);
    }
  }
}
