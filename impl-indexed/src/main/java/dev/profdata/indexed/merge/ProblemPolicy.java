package dev.profdata.indexed.merge;

import dev.profdata.io.ErrorKind;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ProfileMismatchException;
import dev.profdata.io.RecordPolicies;

/** Does what the caller wants done with records that do not fit. */
final class ProblemPolicy {
  private final RecordPolicies policies;
  private final RecordPlaces places;

  ProblemPolicy(RecordPolicies policies, RecordPlaces places) {
    this.policies = policies;
    this.places = places;
  }

  /** Tells whether no problem ends the merge of an input before its last record. */
  boolean neverFails() {
    return policies.onOverflow() != RecordPolicies.OnOverflow.FAIL
        && policies.onMismatch() != RecordPolicies.OnMismatch.FAIL;
  }

  /** Settles a problem of the record at hand, which has a place in the sum. */
  void apply(FindingKind problem, IncomingRecords records, int place)
      throws ProfileMismatchException {
    boolean overflow = problem == FindingKind.COUNTER_OVERFLOW;
    boolean drops =
        overflow
            ? policies.onOverflow() == RecordPolicies.OnOverflow.DROP
            : policies.onMismatch() == RecordPolicies.OnMismatch.DROP;
    boolean fails =
        overflow
            ? policies.onOverflow() == RecordPolicies.OnOverflow.FAIL
            : policies.onMismatch() == RecordPolicies.OnMismatch.FAIL;
    if (drops) {
      places.leaveOut(place);
    } else if (fails) {
      throw new ProfileMismatchException(
          ErrorKind.valueOf(problem.name()),
          records.source(),
          records.function() + ": " + MergeProblem.sentence(problem));
    }
  }
}
