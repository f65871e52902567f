package dev.profdata.cli;

import dev.profdata.FailureMode;

/** Reads LLVM's names of the failure modes. */
final class FailureModeName extends DashedName<FailureMode> {
  FailureModeName() {
    super(FailureMode.class);
  }
}
