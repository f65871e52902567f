package dev.profdata.indexed.merge;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.FindingKind;

/** What LLVM says of records that do not fit. */
final class MergeProblem {
  private MergeProblem() {}

  /** Returns what a release says when it has written a doubtful record. */
  static String invalidProfile(LlvmRelease release) {
    String message = ErrorKind.INVALID_PROF.message();
    return release.follows(ReleaseRule.BUGS_ON_GITHUB)
        ? message
        : message.replace("https://github.com/llvm/llvm-project/issues/", "https://bugs.llvm.org/");
  }

  static String sentence(FindingKind kind) {
    return switch (kind) {
      case COUNT_MISMATCH -> ErrorKind.COUNT_MISMATCH.message();
      case BITMAP_MISMATCH -> ErrorKind.BITMAP_MISMATCH.message();
      case VALUE_SITE_COUNT_MISMATCH -> ErrorKind.VALUE_SITE_COUNT_MISMATCH.message();
      case COUNTER_OVERFLOW -> ErrorKind.COUNTER_OVERFLOW.message();
      default -> throw new IllegalArgumentException(kind + " is no problem of merging");
    };
  }
}
