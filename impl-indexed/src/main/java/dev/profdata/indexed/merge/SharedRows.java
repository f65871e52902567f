package dev.profdata.indexed.merge;

import dev.profdata.io.FindingKind;
import dev.profdata.io.ProfileMismatchException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows that several threads add to their places, each some of them. No two rows have the same
 * place, so that the sum does not depend on who comes first; problems are told in the order of the
 * rows when all are done.
 */
final class SharedRows {
  private static final int ROWS_OF_A_PART = 2048;

  private final RecordSums sums;
  private final SiteSums sites;
  private final KnownRows known;
  private final int[] placeOfRow;

  /** What became of a row that did not fit. */
  private record Problem(int row, FindingKind kind) {}

  /** Takes in what became of a row that did not fit. */
  interface Settling {
    void settle(int row, FindingKind kind) throws ProfileMismatchException;
  }

  SharedRows(RecordSums sums, SiteSums sites, KnownRows known, int[] placeOfRow) {
    this.sums = sums;
    this.sites = sites;
    this.known = known;
    this.placeOfRow = placeOfRow;
  }

  /** Tells whether so many rows are worth it. */
  static boolean areMany(int rows) {
    return rows >= 2 * ROWS_OF_A_PART;
  }

  /** Adds all rows but the counters of those that fit, which are in the sum already. */
  void add(IncomingRecords incoming, Settling settling) throws ProfileMismatchException {
    int parts = (known.singles() + ROWS_OF_A_PART - 1) / ROWS_OF_A_PART;
    List<List<Problem>> problems =
        IntStream.range(0, parts).parallel().mapToObj(part -> addPart(part, incoming)).toList();
    for (List<Problem> ofPart : problems) {
      for (Problem problem : ofPart) {
        settling.settle(problem.row, problem.kind);
      }
    }
  }

  private List<Problem> addPart(int part, IncomingRecords all) {
    FirstProblem first = new FirstProblem();
    RecordMerger merger = new RecordMerger(sums, sites.forOtherThread(), first);
    IncomingRecords incoming = all.forOtherThread();
    List<Problem> problems = new ArrayList<>();
    int from = part * ROWS_OF_A_PART;
    int to = Math.min(from + ROWS_OF_A_PART, known.singles());
    for (int i = from; i < to; i++) {
      int row = known.single(i);
      incoming.moveTo(row);
      if (known.hasCountersAdded(i)) {
        merger.mergeRest(incoming, placeOfRow[row]);
      } else {
        merger.merge(incoming, placeOfRow[row]);
      }
      FindingKind kind = first.take();
      if (kind != null) {
        problems.add(new Problem(row, kind));
      }
    }
    return problems;
  }
}
