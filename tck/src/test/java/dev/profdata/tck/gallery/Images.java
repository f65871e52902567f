package dev.profdata.tck.gallery;

import dev.profdata.format.ProfileFormat;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.ValueData;
import dev.profdata.model.ValueKind;
import java.util.function.LongUnaryOperator;

/** Images with something wrong in them. */
final class Images {
  private Images() {}

  static ProfileImage counters(ProfileImage image, LongUnaryOperator change) {
    long[] counters = new long[image.counts().counters()];
    for (int i = 0; i < counters.length; i++) {
      counters[i] = change.applyAsLong(image.counts().counter(i));
    }
    return image.withRecords(
        image.functions(), image.counts().toBuilder().counters(counters).build());
  }

  static ProfileImage firstCounterOff(ProfileImage image) {
    int[] index = {0};
    return counters(image, counter -> index[0]++ == 0 ? counter + 1 : counter);
  }

  static ProfileImage counts(ProfileImage image, ImageCounts.Builder counts) {
    return image.withRecords(image.functions(), counts.build());
  }

  /** Changes values of a kind, and keeps the first {@code most} of a site. */
  static ProfileImage values(
      ProfileImage image, ValueKind kind, int most, LongUnaryOperator change) {
    FunctionTable table = image.functions();
    ValueData from = image.counts().values();
    ValueData.Builder values = ValueData.builder();
    for (int row = 0; row < table.size(); row++) {
      for (ValueKind next : ValueKind.all()) {
        int first = table.firstSite(row, next);
        for (int site = first; site < first + table.siteCount(row, next); site++) {
          values.beginSite();
          int end = Math.min(from.end(site), from.start(site) + most);
          for (int pair = from.start(site); pair < end; pair++) {
            long value = from.value(pair);
            values.add(next == kind ? change.applyAsLong(value) : value, from.count(pair));
          }
        }
      }
    }
    return counts(image, image.counts().toBuilder().values(values.build()));
  }

  /** Turns the order of functions round, if nothing else stands in the order of rows. */
  static ProfileImage reversed(ProfileImage image) {
    FunctionTable from = image.functions();
    if (image.counts().hasTimestamps() || image.counts().hasUniformity()) {
      return image;
    }
    FunctionTable.Builder table = FunctionTable.builder();
    ValueData.Builder values = ValueData.builder();
    for (int row = from.size() - 1; row >= 0; row--) {
      table.addRow(from.nameHash(row), from.structuralHash(row));
      table.counters(from.counterStart(row), from.counterCount(row));
      table.bitmap(from.bitmapStart(row), from.bitmapSize(row));
      for (ValueKind kind : ValueKind.all()) {
        table.sites(kind, from.siteCount(row, kind));
      }
      addSites(values, image, row);
    }
    return image.withRecords(table.build(from.names()), image.counts().withValues(values.build()));
  }

  private static void addSites(ValueData.Builder values, ProfileImage image, int row) {
    ValueData data = image.counts().values();
    int first = image.functions().firstSite(row);
    for (int site = first; site < first + image.functions().siteCount(row); site++) {
      values.beginSite();
      for (int pair = data.start(site); pair < data.end(site); pair++) {
        values.add(data.value(pair), data.count(pair), data.rawValue(pair));
      }
    }
  }

  static ProfileImage variant(ProfileImage image, ProfileVariant variant) {
    return image.toBuilder().variant(variant).build();
  }

  static ProfileImage format(ProfileImage image, ProfileFormat format) {
    return ProfileImage.builder(format, image.functions(), image.counts())
        .variant(image.variant())
        .binaryIds(image.binaryIds())
        .vtables(image.vtableNames(), image.vtables())
        .build();
  }
}
