package dev.profdata.kernel;

import java.nio.file.Path;
import java.util.List;

/**
 * What an instrumented kernel shows, and what is missing. Immutable.
 *
 * @param paths where it was looked for
 * @param profiles the files with profiles: the kernel first, then its modules
 * @param resets the files that clear the counters when they are written to
 * @param problems what is missing; empty if everything can be captured and cleared
 * @since 0.1
 */
public record KernelStatus(
    KernelPaths paths,
    List<KernelProfileFile> profiles,
    List<Path> resets,
    List<KernelProblem> problems) {
  /** Copies the lists. */
  public KernelStatus {
    profiles = List.copyOf(profiles);
    resets = List.copyOf(resets);
    problems = List.copyOf(problems);
  }

  /** Tells whether profiles can be captured. */
  public boolean canCapture() {
    return problems.stream().noneMatch(problem -> problem.kind().preventsCapture());
  }

  /** Tells whether the counters can be cleared. */
  public boolean canReset() {
    return !resets.isEmpty()
        && problems.stream().noneMatch(problem -> problem.kind() == KernelProblem.Kind.NO_RESET);
  }
}
