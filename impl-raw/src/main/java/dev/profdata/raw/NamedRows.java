package dev.profdata.raw;

import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ValueData;
import dev.profdata.model.ValueKind;

/** An image without the functions of which only the hash of the name is known. */
final class NamedRows {
  private final ProfileImage image;
  private final FunctionTable.Builder table = FunctionTable.builder();
  private final ValueData.Builder values = ValueData.builder();

  private NamedRows(ProfileImage image) {
    this.image = image;
  }

  /** Returns the image itself if all its functions have names. */
  static ProfileImage of(ProfileImage image) {
    FunctionTable functions = image.functions();
    NamedRows named = new NamedRows(image);
    for (int row = 0; row < functions.size(); row++) {
      if (functions.hasName(row)) {
        named.add(row);
      }
    }
    return named.table.size() == functions.size() ? image : named.build();
  }

  private void add(int row) {
    FunctionTable source = image.functions();
    table.addRow(source.nameHash(row), source.structuralHash(row));
    table.counters(source.counterStart(row), source.counterCount(row));
    table.bitmap(source.bitmapStart(row), source.bitmapSize(row));
    ValueData data = image.counts().values();
    for (ValueKind kind : ValueKind.all()) {
      int sites = source.siteCount(row, kind);
      table.sites(kind, sites);
      int first = sites == 0 ? 0 : source.firstSite(row, kind);
      for (int site = first; site < first + sites; site++) {
        values.beginSite();
        for (int pair = data.start(site); pair < data.end(site); pair++) {
          values.add(data.value(pair), data.count(pair), data.rawValue(pair));
        }
      }
    }
  }

  private ProfileImage build() {
    ImageCounts counts = image.counts();
    long[] counters = new long[counts.counters()];
    counts.copyCounters(0, counters, 0, counters.length);
    ImageCounts kept = ImageCounts.builder().counters(counters).values(values.build()).build();
    return ProfileImage.builder(image.format(), table.build(image.functions().names()), kept)
        .variant(image.variant())
        .binaryIds(image.binaryIds())
        .build();
  }
}
