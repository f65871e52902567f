package dev.profdata.cli.agreement;

import dev.profdata.cli.agreement.Verdict.Outcome;
import dev.profdata.io.ErrorKind;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Where we treat a damaged file otherwise than LLVM on purpose: the rows of docs/agreement.md. */
enum Difference {
  CRASH(trial -> trial.theirs().outcome() == Outcome.CRASHED),
  MISSING_VALUE_DATA(
      trial ->
          trial.onlyTheyRefuse()
              && trial.isRaw()
              && trial.weSay("value sites are announced but there is no value data")),
  WRAPPED_OFFSET(
      trial ->
          trial.onlyTheyRefuse()
              && trial.isRaw()
              && trial.victim().format().pointerBits() == 32
              && trial.theirs().kind().equals(kind(ErrorKind.MALFORMED))),
  MEMORY_PROFILE(
      trial ->
          trial.onlyTheyRefuse() && trial.victim().place().contains("memory") && trial.isIndexed()),
  NUL_IN_TEXT(trial -> trial.victim().isText() && trial.bytes().indexOf('\0') >= 0),
  NEWER_TEXT(
      trial ->
          trial.victim().isText()
              && trial.theirs().outcome() == Outcome.REFUSED
              && (trial.theySay("file header is corrupt") && trial.hasNewerFlag()
                  || trial.onlyTheyRefuse()
                      && trial.victim().release() < 19
                      && trial.theySay("value kind is invalid"))),
  UNNAMED_FUNCTION(
      trial ->
          trial.theirs().outcome() == Outcome.ACCEPTED
              && trial.isRaw()
              && (trial.theySay("name is empty")
                  || trial.victim().release() < 15
                      && trial.theySay("warning: malformed instrumentation profile data"))),
  HASH_TYPE(
      trial ->
          trial.onlyWeRefuse()
              && trial.isIndexed()
              && trial.ours().kind().equals(kind(ErrorKind.UNSUPPORTED_HASH_TYPE))),
  PLACE_BEYOND_FILE(
      trial ->
          trial.onlyWeRefuse()
              && trial.isIndexed()
              && Set.of("HEADER", "BUCKETS", "RECORDS", "SUMMARY", "VTABLE_NAMES")
                  .contains(trial.ourSection())),
  WRAPPED_SIZE(
      trial ->
          trial.onlyWeRefuse()
              && trial.isRaw()
              && trial.ourSection().equals("HEADER")
              && trial.ours().kind().equals(kind(ErrorKind.BAD_HEADER))),
  CORRELATED(
      trial ->
          trial.onlyWeRefuse()
              && trial.isRaw()
              && trial.ours().kind().equals(kind(ErrorKind.MISSING_CORRELATION_INFO))),
  BINARY_IDS(
      trial -> trial.onlyWeRefuse() && trial.isRaw() && trial.ourSection().equals("BINARY_IDS")),
  NAMES_BEYOND_SECTION(
      trial ->
          trial.ours().outcome() == Outcome.REFUSED
              && trial.ourSection().equals("NAMES")
              && trial.ours().kind().equals(kind(ErrorKind.TRUNCATED))),
  OTHER_SITES(
      trial ->
          trial.onlyWeRefuse()
              && trial.isRaw()
              && (trial.weSay("value data lacks kind") || trial.weSay(", the record has "))),
  LATER_IMAGE(
      trial -> trial.onlyWeRefuse() && trial.isRaw() && trial.victim().place().contains("-lib")),
  MISALIGNED_COUNTERS(
      trial ->
          trial.isRaw()
              && trial.victim().release() < 15
              && (trial.both(Outcome.ACCEPTED)
                  || trial.onlyWeRefuse() && trial.ourSection().equals("COUNTERS"))),
  RAW_VERSION(
      trial ->
          trial.both(Outcome.REFUSED)
              && trial.victim().release() < 16
              && trial.ours().kind().equals(kind(ErrorKind.RAW_PROFILE_VERSION_MISMATCH))
              && trial.theirs().kind().equals(kind(ErrorKind.UNSUPPORTED_VERSION))),
  OTHER_CHECK_FIRST(
      trial ->
          trial.both(Outcome.REFUSED)
              && !trial.victim().isText()
              && trial.theirs().kind().isPresent()
              && trial.ours().kind().isPresent());

  @SuppressWarnings("ImmutableEnumChecker") // The rules have no state.
  private final Predicate<Trial> rule;

  Difference(Predicate<Trial> rule) {
    this.rule = rule;
  }

  private static Optional<ErrorKind> kind(ErrorKind kind) {
    return Optional.of(kind);
  }

  boolean explains(Trial trial) {
    return rule.test(trial);
  }
}
