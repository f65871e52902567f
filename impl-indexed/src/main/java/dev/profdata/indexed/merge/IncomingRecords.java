package dev.profdata.indexed.merge;

import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.ProfileImage;

/** The records of an image on their way into the sum, one at a time. Confined to one thread. */
class IncomingRecords {
  private final ProfileImage image;
  private final FunctionTable table;
  private final ImageCounts counts;
  private final RowBitmaps bitmaps;
  private final String source;
  private final long weight;
  private int row;

  /**
   * Begins before the first record.
   *
   * @param bitmaps says where the bitmaps are
   * @param source the name of the input, for findings
   */
  IncomingRecords(ProfileImage image, RowBitmaps bitmaps, String source, long weight) {
    this.image = image;
    this.table = image.functions();
    this.counts = image.counts();
    this.bitmaps = bitmaps;
    this.source = source;
    this.weight = weight;
  }

  /** Begins before the first record of an image with bitmaps of its own. */
  IncomingRecords(ProfileImage image, String source, long weight) {
    this(image, RowBitmaps.own(image.functions()), source, weight);
  }

  /** Returns the same records for another thread, before the first of them; bitmaps are own. */
  IncomingRecords forOtherThread() {
    return new IncomingRecords(image, source, weight);
  }

  void moveTo(int next) {
    row = next;
    bitmaps.moveTo(next);
  }

  int row() {
    return row;
  }

  FunctionTable table() {
    return table;
  }

  ImageCounts counts() {
    return counts;
  }

  String source() {
    return source;
  }

  long weight() {
    return weight;
  }

  String function() {
    return table.name(row).toString();
  }

  int counterStart() {
    return table.counterStart(row);
  }

  int counterCount() {
    return table.counterCount(row);
  }

  int siteCount() {
    return table.siteCount(row);
  }

  /** Tells whether nothing but the counters of records must be looked at one by one. */
  boolean isPlain() {
    return weight == 1
        && !bitmaps.inherits()
        && !counts.hasUniformCounters()
        && !counts.hasUniformity();
  }

  void appendBitmap(BitmapSums sums, int place) {
    sums.append(place, counts, bitmaps.start(), bitmaps.size());
    bitmaps.consume();
  }

  boolean mergeBitmap(BitmapSums sums, int place) {
    return sums.merge(place, counts, bitmaps.start(), bitmaps.size());
  }

  void appendUniformity(UniformitySums sums, int place) {
    sums.append(place, image, row, weight);
  }

  void mergeUniformity(UniformitySums sums, int place) {
    sums.merge(place, image, row, weight);
  }

  void appendSite(ValueSites sites, int site, FirstProblem problem) {
    sites.append(counts.values(), site, weight, problem);
  }

  void addSite(ValueSites sites, int target, int site, FirstProblem problem) {
    sites.add(target, counts.values(), site, weight, problem);
  }
}
