package dev.profdata.indexed.merge;

import dev.profdata.io.FindingKind;
import org.jspecify.annotations.Nullable;

/** The first problem of the record at hand; LLVM reports no more than one for each. */
final class FirstProblem {
  private @Nullable FindingKind kind;

  void note(FindingKind problem) {
    if (kind == null) {
      kind = problem;
    }
  }

  /** Returns the problem, if there was one, and forgets it. */
  @Nullable FindingKind take() {
    FindingKind taken = kind;
    kind = null;
    return taken;
  }
}
