package dev.profdata.model;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Some of the records of an image. */
final class ImageRows {
  private final FunctionTable table;
  private final ImageCounts counts;
  private final int[] rows;

  private ImageRows(ProfileImage image, int[] rows) {
    this.table = image.functions();
    this.counts = image.counts();
    this.rows = rows;
  }

  /** Returns an image with those records for which {@code kept} holds. */
  static ProfileImage keep(ProfileImage image, IntPredicate kept) {
    int[] rows = IntStream.range(0, image.size()).filter(kept).toArray();
    if (rows.length == image.size()) {
      return image;
    }
    ImageRows some = new ImageRows(image, rows);
    return image.withRecords(some.table(), some.counts());
  }

  private FunctionTable table() {
    FunctionTable.Builder builder = FunctionTable.builder().reserve(rows.length);
    for (int row : rows) {
      builder.addRow(table.nameHash(row), table.structuralHash(row));
      builder.counters(table.counterStart(row), table.counterCount(row));
      builder.bitmap(table.bitmapStart(row), table.bitmapSize(row));
      for (ValueKind kind : ValueKind.all()) {
        builder.sites(kind, table.siteCount(row, kind));
      }
    }
    return builder.build(table.names());
  }

  /** Counters and bitmaps stay where they are; what stands in the order of rows moves. */
  private ImageCounts counts() {
    ImageCounts.Builder builder = counts.toBuilder().values(values());
    if (counts.hasUniformity()) {
      builder.uniformity(
          Arrays.stream(rows)
              .mapToObj(row -> counts.uniformity(row).orElse(null))
              .toArray(byte[][]::new));
    }
    if (counts.hasTimestamps()) {
      builder.timestamps(Arrays.stream(rows).mapToLong(counts::timestamp).toArray());
    }
    return builder.build();
  }

  private ValueData values() {
    ValueData.Builder builder = ValueData.builder();
    ValueData data = counts.values();
    for (int row : rows) {
      int first = table.firstSite(row);
      for (int site = first; site < first + table.siteCount(row); site++) {
        builder.beginSite();
        for (int pair = data.start(site); pair < data.end(site); pair++) {
          builder.add(data.value(pair), data.count(pair), data.rawValue(pair));
        }
      }
    }
    return builder.build();
  }
}
