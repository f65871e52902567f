package dev.profdata.cli;

import dev.profdata.MergeProgress;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A line on a terminal that says how far a long job is, how fast, and how long it will take; silent
 * everywhere else, and for jobs that are over before somebody could read it.
 *
 * <p>The library that draws it is loaded only when there is something to draw.
 */
final class ProgressLine {
  private static final long DELAY = Duration.ofMillis(500).toNanos();

  private final Terminal terminal;
  private final boolean silent;
  private final long began = System.nanoTime();
  private @Nullable ProgressDrawing drawing;

  ProgressLine(Terminal terminal, boolean quiet) {
    this.terminal = terminal;
    this.silent = quiet || !terminal.interactive();
  }

  /** Shows what was done. */
  void show(MergeProgress progress) {
    if (silent || System.nanoTime() - began < DELAY) {
      return;
    }
    OptionalLong bytes = progress.bytes();
    if (drawing == null) {
      drawing =
          bytes.isPresent() && bytes.getAsLong() > 0
              ? ProgressDrawing.ofBytes(terminal, bytes.getAsLong())
              : ProgressDrawing.ofFiles(terminal, progress.inputs());
    }
    drawing.show(progress);
  }

  /** Removes the line, so that a message can stand in its place. */
  void clear() {
    if (drawing != null) {
      drawing.clear();
    }
  }

  /** Removes the line for good. */
  void end() {
    if (drawing != null) {
      drawing.end();
      drawing = null;
    }
  }
}
