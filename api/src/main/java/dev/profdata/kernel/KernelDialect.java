package dev.profdata.kernel;

/**
 * The patch whose files a kernel shows, as far as their names tell.
 *
 * @since 0.1
 */
public enum KernelDialect {
  /** The first versions of the clang PGO patch: one file for the kernel, without a name. */
  PGO_UNNAMED("clang PGO, first versions"),
  /** The clang PGO patch: a file for the kernel, and with later versions one for each module. */
  PGO("clang PGO"),
  /** The clang PGO patch with values for each CPU; the counters are those of all CPUs together. */
  PGO_PER_CPU("clang PGO, for each CPU"),
  /** The llvm-cov patch: front-end coverage of the kernel, without value data. */
  LLVM_COV("llvm-cov");

  private final String label;

  KernelDialect(String label) {
    this.label = label;
  }

  /** Returns a name for people. */
  public String label() {
    return label;
  }
}
