package dev.profdata.kernel;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The profiles of a kernel can be neither captured nor cleared, for reasons that are known.
 *
 * @since 0.1
 */
public final class KernelUnavailableException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient List<KernelProblem> problems;

  /** Says what is missing. */
  public KernelUnavailableException(List<KernelProblem> problems) {
    super(problems.stream().map(KernelProblem::sentence).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** Returns what is missing; empty after serialization. */
  public List<KernelProblem> problems() {
    return problems == null ? List.of() : problems;
  }
}
