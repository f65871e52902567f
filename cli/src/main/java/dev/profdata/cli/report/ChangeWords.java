package dev.profdata.cli.report;

import java.util.List;

/**
 * What the page says of a kind of change.
 *
 * @param isListed whether its functions are listed, not only counted
 */
record ChangeWords(ChangeKind kind, String id, String title, String meaning, boolean isListed) {
  private static final int PERCENT = (int) Math.round((ProfileComparison.NOTABLE_RATIO - 1) * 100);

  /** All kinds in the order of the page. */
  static final List<ChangeWords> ALL =
      List.of(
          new ChangeWords(
              ChangeKind.HOTTER,
              "hotter",
              "Hotter",
              "ran in both, share grew by %d%% and 0.01 points or more".formatted(PERCENT),
              true),
          new ChangeWords(
              ChangeKind.COLDER, "colder", "Colder", "ran in both, share shrank by as much", true),
          new ChangeWords(
              ChangeKind.STARTED, "started", "Newly executed", "in both, ran only in other", true),
          new ChangeWords(
              ChangeKind.STOPPED,
              "stopped",
              "No longer executed",
              "in both, ran only in base",
              true),
          new ChangeWords(ChangeKind.NEW, "new", "New", "only other has the function", true),
          new ChangeWords(ChangeKind.GONE, "gone", "Gone", "only base has the function", true),
          new ChangeWords(
              ChangeKind.CODE_CHANGED,
              "changed",
              "Code changed",
              "in both, with different structural hashes",
              true),
          new ChangeWords(
              ChangeKind.ALIKE, "alike", "Much the same", "ran in both, share changed less", false),
          new ChangeWords(
              ChangeKind.NEVER_EXECUTED,
              "never",
              "Never executed",
              "in both, ran in neither",
              false));
}
