package dev.profdata.cli.report;

import dev.profdata.model.FunctionRecord;

/**
 * A function in two profiles.
 *
 * @param function its record in the other profile, or in the base profile if it is only there
 * @param baseShare its part of all counts of the base profile, from 0 to 1
 * @param otherShare its part of all counts of the other profile, from 0 to 1
 */
record FunctionChange(
    ChangeKind kind, FunctionRecord function, double baseShare, double otherShare) {
  /** Returns how much its part grew, from -1 to 1. */
  double difference() {
    return otherShare - baseShare;
  }

  double largerShare() {
    return Math.max(baseShare, otherShare);
  }

  /** Returns how many times its part is what it was; not finite if it was 0. */
  double ratio() {
    return otherShare / baseShare;
  }
}
