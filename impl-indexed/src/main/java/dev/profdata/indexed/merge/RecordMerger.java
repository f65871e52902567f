package dev.profdata.indexed.merge;

import dev.profdata.io.FindingKind;
import dev.profdata.model.ValueKind;
import java.util.List;

/**
 * Adds records to those that have their places already, and notes the first problem of each.
 *
 * <p>Confined to one thread. Several may share places and sums if no two of them add to the same
 * place.
 */
final class RecordMerger {
  private static final List<ValueKind> KINDS = ValueKind.all();

  private final RecordPlaces places;
  private final CounterSums counters;
  private final BitmapSums bitmaps;
  private final UniformitySums uniformity;
  private final ValueSites sites;
  private final FirstProblem problem;

  RecordMerger(RecordSums sums, ValueSites sites, FirstProblem problem) {
    this.places = sums.places();
    this.counters = sums.counters();
    this.bitmaps = sums.bitmaps();
    this.uniformity = sums.uniformity();
    this.sites = sites;
    this.problem = problem;
  }

  /** Merges the record at hand into that of a place. */
  void merge(IncomingRecords incoming, int place) {
    int count = incoming.counterCount();
    if (count != places.counterCount(place)) {
      problem.note(FindingKind.COUNT_MISMATCH);
      return;
    }
    boolean goesOn =
        count == 0
            || counters.add(
                places.counterStart(place),
                incoming.counts(),
                incoming.counterStart(),
                count,
                incoming.weight(),
                problem);
    if (goesOn) {
      mergeRest(incoming, place);
    }
  }

  /** Merges all but the counters. */
  void mergeRest(IncomingRecords incoming, int place) {
    if (!incoming.mergeBitmap(bitmaps, place)) {
      problem.note(FindingKind.BITMAP_MISMATCH);
      return;
    }
    mergeSites(incoming, place);
    incoming.mergeUniformity(uniformity, place);
  }

  private void mergeSites(IncomingRecords incoming, int place) {
    if (incoming.siteCount() == 0 && places.siteCount(place) == 0) {
      return;
    }
    int target = places.firstSite(place);
    int source = incoming.table().firstSite(incoming.row());
    for (int number = 0; number < KINDS.size(); number++) {
      ValueKind kind = KINDS.get(number);
      int own = places.siteCount(place, kind);
      int other = incoming.table().siteCount(incoming.row(), kind);
      if (own != other) {
        problem.note(FindingKind.VALUE_SITE_COUNT_MISMATCH);
      } else {
        for (int site = 0; site < own; site++) {
          incoming.addSite(sites, target + site, source + site, problem);
        }
      }
      target += own;
      source += other;
    }
  }
}
