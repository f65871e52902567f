package dev.profdata.tck.gallery;

import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.ValueKind;
import java.util.ArrayList;
import java.util.List;

/** What the tiny toy format keeps of an image: functions and counters. */
final class TinyImage {
  private static final long FLAGS_OF_THEIR_OWN =
      ProfileVariant.BYTE_COVERAGE | ProfileVariant.TEMPORAL | ProfileVariant.MEMPROF;

  private TinyImage() {}

  static ProfileImage of(ProfileImage image) {
    FunctionTable from = image.functions();
    FunctionTable.Builder table = FunctionTable.builder();
    for (int row = 0; row < from.size(); row++) {
      table.addRow(from.nameHash(row), from.structuralHash(row));
      table.counters(from.counterStart(row), from.counterCount(row));
    }
    long[] counters = new long[image.counts().counters()];
    image.counts().copyCounters(0, counters, 0, counters.length);
    ImageCounts counts = ImageCounts.builder().counters(counters).build();
    return ProfileImage.builder(ToyFormats.TINY, table.build(from.names()), counts).build();
  }

  static List<Finding> losses(ProfileImage image) {
    ProfileVariant variant = image.variant();
    List<FindingKind> kinds = new ArrayList<>();
    addIf(kinds, image.functions().totalBitmapBytes() > 0, FindingKind.BITMAPS);
    addIf(
        kinds,
        image.counts().hasUniformCounters() || image.counts().hasUniformity(),
        FindingKind.UNIFORM_COUNTERS);
    addIf(kinds, hasSites(image, ValueKind.INDIRECT_CALL_TARGET), FindingKind.VALUE_DATA);
    addIf(kinds, hasSites(image, ValueKind.MEMOP_SIZE), FindingKind.MEMOP_SIZES);
    addIf(kinds, hasSites(image, ValueKind.VTABLE_TARGET), FindingKind.VTABLES);
    addIf(kinds, !image.binaryIds().isEmpty(), FindingKind.BINARY_IDS);
    addIf(kinds, variant.has(ProfileVariant.BYTE_COVERAGE), FindingKind.BYTE_COVERAGE);
    addIf(kinds, variant.has(ProfileVariant.TEMPORAL), FindingKind.TEMPORAL_TRACES);
    addIf(kinds, (variant.flags() & ~FLAGS_OF_THEIR_OWN) != 0, FindingKind.VARIANT_FLAGS);
    return kinds.stream().map(kind -> Finding.of(kind, "tiny toy", "has no place for it")).toList();
  }

  private static boolean hasSites(ProfileImage image, ValueKind kind) {
    return image.records().stream().anyMatch(function -> !function.valueSites(kind).isEmpty());
  }

  private static void addIf(List<FindingKind> kinds, boolean lost, FindingKind kind) {
    if (lost) {
      kinds.add(kind);
    }
  }
}
