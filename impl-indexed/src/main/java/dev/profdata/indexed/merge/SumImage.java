package dev.profdata.indexed.merge;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ValueData;
import dev.profdata.model.ValueKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** What the sum looks like to those who write it: records in the order in which they were seen. */
final class SumImage {
  private final RecordSums sums;
  private final RecordPlaces places;
  private final int[] kept;

  private SumImage(RecordSums sums, int[] kept) {
    this.sums = sums;
    this.places = sums.places();
    this.kept = kept;
  }

  /** Returns the records that are not left out. */
  static SumImage of(RecordSums sums) {
    RecordPlaces places = sums.places();
    return new SumImage(
        sums,
        IntStream.range(0, places.size()).filter(place -> !places.isLeftOut(place)).toArray());
  }

  /** Returns all records. */
  static SumImage ofAll(RecordSums sums) {
    return new SumImage(sums, IntStream.range(0, sums.places().size()).toArray());
  }

  private boolean keepsAll() {
    return kept.length == places.size();
  }

  FunctionTable toTable() {
    FunctionTable.Builder table = FunctionTable.builder().reserve(kept.length);
    int counter = 0;
    int bitmap = 0;
    for (int place : kept) {
      int count = places.counterCount(place);
      int bytes = sums.bitmaps().size(place);
      table.addRow(places.nameHash(place), places.structuralHash(place));
      table.counters(keepsAll() ? places.counterStart(place) : counter, count);
      table.bitmap(keepsAll() ? sums.bitmaps().start(place) : bitmap, bytes);
      for (ValueKind kind : ValueKind.all()) {
        table.sites(kind, places.siteCount(place, kind));
      }
      counter += count;
      bitmap += bytes;
    }
    return table.build(places.names());
  }

  /** Returns the counts of {@link #toTable}. */
  ImageCounts toCounts() {
    ImageCounts.Builder counts = numbers().values(valuesInOrderOfPlaces());
    sums.uniformity().addTo(counts, kept);
    return counts.build();
  }

  /** Returns the records without what they know of values. */
  ProfileImage toImageWithoutValues() {
    return ProfileImage.builder(ProfileFormat.text(), toTable(), numbers().build()).build();
  }

  private ImageCounts.Builder numbers() {
    return ImageCounts.builder()
        .counters(keepsAll() ? sums.counters().toArray() : keptCounters())
        .bitmap(keepsAll() ? sums.bitmaps().toArray() : keptBitmaps());
  }

  /** Returns the sites in the order of the records. */
  UncutSites uncutSites() {
    UncutSites sites = UncutSites.of(sums.sites());
    UncutSites ordered = new UncutSites();
    for (int place : kept) {
      int first = places.firstSite(place);
      for (int site = first; site < first + places.siteCount(place); site++) {
        ordered.append(sites.rows(site), sites.isMerged(site));
      }
    }
    return ordered;
  }

  /** Returns the places of records that are left out. */
  BitSet leftOut() {
    BitSet rows = new BitSet();
    IntStream.range(0, places.size()).filter(places::isLeftOut).forEach(rows::set);
    return rows;
  }

  private long[] keptCounters() {
    long[] all = sums.counters().toArray();
    long[] some = new long[all.length];
    int used = 0;
    for (int place : kept) {
      System.arraycopy(all, places.counterStart(place), some, used, places.counterCount(place));
      used += places.counterCount(place);
    }
    return Arrays.copyOf(some, used);
  }

  private byte[] keptBitmaps() {
    byte[] all = sums.bitmaps().toArray();
    byte[] some = new byte[all.length];
    int used = 0;
    for (int place : kept) {
      int bytes = sums.bitmaps().size(place);
      System.arraycopy(all, sums.bitmaps().start(place), some, used, bytes);
      used += bytes;
    }
    return Arrays.copyOf(some, used);
  }

  /** Sites stand in the order in which records were taken over, which may be another. */
  private ValueData valuesInOrderOfPlaces() {
    ValueData.Builder data = ValueData.builder();
    for (int place : kept) {
      int first = places.firstSite(place);
      for (int site = first; site < first + places.siteCount(place); site++) {
        sums.sites().appendTo(data, site);
      }
    }
    return data.build();
  }

  /** Returns the names of the functions whose records a release calls invalid. */
  List<String> invalidRecords(LlvmRelease release) {
    RecordValidity validity = new RecordValidity(release);
    List<String> invalid = new ArrayList<>();
    for (int place : kept) {
      if (places.siteCount(place) > 0 && isInvalid(validity, place)) {
        invalid.add(places.name(place));
      }
    }
    return invalid;
  }

  private boolean isInvalid(RecordValidity validity, int place) {
    int site = places.firstSite(place);
    for (ValueKind kind : ValueKind.all()) {
      int end = site + places.siteCount(place, kind);
      for (; site < end; site++) {
        if (validity.isInvalid(sums.sites(), site, kind)) {
          return true;
        }
      }
    }
    return false;
  }
}
