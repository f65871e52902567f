package dev.profdata.cli.report;

/** What became of a function between two profiles. */
enum ChangeKind {
  /** Ran in both, and has a larger part of all counts than before. */
  HOTTER,
  /** Ran in both, and has a smaller part of all counts than before. */
  COLDER,
  /** Is in both, and ran only in the other profile. */
  STARTED,
  /** Is in both, and ran only in the base profile. */
  STOPPED,
  /** Is only in the other profile. */
  NEW,
  /** Is only in the base profile. */
  GONE,
  /** Is in both, with different structural hashes: its code changed. */
  CODE_CHANGED,
  /** Ran in both, with much the same part of all counts. */
  ALIKE,
  /** Is in both and ran in neither. */
  NEVER_EXECUTED;

  /** Tells whether such a function may have counts in both profiles. */
  boolean isTwoSided() {
    return switch (this) {
      case HOTTER, COLDER, CODE_CHANGED, ALIKE -> true;
      case STARTED, STOPPED, NEW, GONE, NEVER_EXECUTED -> false;
    };
  }
}
