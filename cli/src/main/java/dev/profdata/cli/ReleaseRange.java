package dev.profdata.cli;

import dev.profdata.format.LlvmRelease;
import java.util.List;

/** Says a run of releases in words. */
final class ReleaseRange {
  private ReleaseRange() {}

  /** Returns for example {@code LLVM 14 to 17}, {@code LLVM 18}, {@code LLVM 16 and newer}. */
  static String of(List<LlvmRelease> releases) {
    if (releases.isEmpty()) {
      return "no release known";
    }
    LlvmRelease first = releases.get(0);
    LlvmRelease last = releases.get(releases.size() - 1);
    if (last.equals(LlvmRelease.newest())) {
      return first + " and newer";
    }
    return first.equals(last) ? first.toString() : first + " to " + last.major();
  }
}
