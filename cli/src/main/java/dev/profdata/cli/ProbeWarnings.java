package dev.profdata.cli;

import dev.profdata.io.Finding;

/** Prints LLVM's sentences about the functions of a program, as many as are wanted. */
final class ProbeWarnings {
  /** Stands for as many as there are. */
  static final long ALL = 0;

  private final Terminal terminal;
  private final long most;
  private long seen;

  ProbeWarnings(Terminal terminal, long most) {
    this.terminal = terminal;
    this.most = most;
  }

  synchronized void print(Finding finding) {
    seen++;
    if (most == ALL || Long.compareUnsigned(seen, most) <= 0) {
      terminal.warning(finding.detail());
    }
  }

  /** Says how many were not printed; to be called when the program has been read. */
  synchronized void end() {
    if (most != ALL && Long.compareUnsigned(seen, most) > 0) {
      terminal.warning("Suppressed %d additional warnings".formatted(seen - most));
    }
    seen = 0;
  }
}
