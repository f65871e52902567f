package dev.profdata.cli.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of the page about what differs between two profiles.
 *
 * @param facts of both, side by side
 * @param overlap the part of all counts that both give to the same functions
 */
record ComparisonView(
    String base, String other, List<FactPair> facts, String overlap, List<ChangeList> lists) {
  /** A number of both profiles. */
  record FactPair(Fact base, Fact other) {}

  /**
   * The functions of one kind of change.
   *
   * @param id of its place in the page
   * @param more how many functions are not in the list, empty if none
   */
  record ChangeList(
      String id,
      String title,
      String meaning,
      String count,
      boolean isTwoSided,
      List<ChangeRow> rows,
      String more) {
    boolean hasRows() {
      return !rows.isEmpty();
    }
  }

  static ComparisonView of(ProfileData base, ProfileData other, int top) {
    ProfileComparison comparison = ProfileComparison.of(base.functions(), other.functions());
    List<FactPair> facts = new ArrayList<>();
    for (int fact = 0; fact < base.facts().size(); fact++) {
      facts.add(new FactPair(base.facts().get(fact), other.facts().get(fact)));
    }
    List<ChangeList> lists =
        ChangeWords.ALL.stream().map(words -> list(words, comparison, top)).toList();
    return new ComparisonView(
        base.source(), other.source(), facts, Numbers.percent(comparison.overlap()), lists);
  }

  private static ChangeList list(ChangeWords words, ProfileComparison comparison, int top) {
    List<FunctionChange> changes = comparison.changes(words.kind());
    return new ChangeList(
        words.id(),
        words.title(),
        words.meaning(),
        Numbers.grouped(changes.size()),
        words.kind().isTwoSided(),
        words.isListed() ? ChangeRow.of(changes, top) : List.of(),
        Numbers.more(changes.size(), top));
  }
}
