package dev.profdata.indexed.merge;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.model.ValueKind;

/** Which records a release calls invalid when it writes them: those with doubtful duplicates. */
final class RecordValidity {
  private final boolean anyDuplicate;
  private final boolean exemptsVTables;

  RecordValidity(LlvmRelease release) {
    this.anyDuplicate = release.follows(ReleaseRule.DUPLICATE_VALUES_INVALID);
    this.exemptsVTables = release.follows(ReleaseRule.VTABLE_DUPLICATES_VALID);
  }

  boolean isInvalid(ValueSites sites, int site, ValueKind kind) {
    boolean exempt =
        switch (kind) {
          case INDIRECT_CALL_TARGET -> true;
          case VTABLE_TARGET -> exemptsVTables;
          case MEMOP_SIZE -> false;
        };
    return !exempt && sites.hasDuplicates(site, !anyDuplicate);
  }
}
