package dev.profdata.cli;

import java.io.PrintWriter;
import java.time.Duration;

/** A line on a terminal that says how far a long job is; silent everywhere else. */
final class ProgressLine {
  private static final long INTERVAL = Duration.ofMillis(100).toNanos();
  private static final String TO_LINE_START_AND_ERASE = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean silent;
  private long lastShown = System.nanoTime();
  private boolean visible;

  ProgressLine(Terminal terminal, boolean quiet) {
    this.err = terminal.err();
    this.silent = quiet || !terminal.interactive();
  }

  /** Shows which of how many parts is at work; not more often than an eye can follow. */
  void show(int done, int all, String name) {
    if (silent || System.nanoTime() - lastShown < INTERVAL) {
      return;
    }
    lastShown = System.nanoTime();
    err.print("%s[%d/%d] %s".formatted(TO_LINE_START_AND_ERASE, done + 1, all, name));
    err.flush();
    visible = true;
  }

  /** Removes the line, so that a message can stand in its place. */
  void clear() {
    if (visible) {
      err.print(TO_LINE_START_AND_ERASE);
      err.flush();
      visible = false;
    }
  }
}
