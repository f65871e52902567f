package dev.profdata.indexed.merge;

import dev.profdata.io.ErrorKind;
import dev.profdata.io.FindingKind;

/** What LLVM says of records that do not fit. */
final class MergeProblem {
  private MergeProblem() {}

  static String sentence(FindingKind kind) {
    return switch (kind) {
      case COUNT_MISMATCH -> ErrorKind.COUNT_MISMATCH.message();
      case BITMAP_MISMATCH -> ErrorKind.BITMAP_MISMATCH.message();
      case VALUE_SITE_COUNT_MISMATCH -> ErrorKind.VALUE_SITE_COUNT_MISMATCH.message();
      case COUNTER_OVERFLOW -> ErrorKind.COUNTER_OVERFLOW.message();
      case INVALID_PROF -> ErrorKind.INVALID_PROF.message();
      default -> throw new IllegalArgumentException(kind + " is no problem of merging");
    };
  }
}
