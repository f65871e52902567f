package dev.profdata.cli;

import dev.profdata.MergeProgress;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
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
  private final LongSupplier clock;
  private final long began;
  private @Nullable ProgressDrawing drawing;

  ProgressLine(Terminal terminal, boolean quiet) {
    this(terminal, quiet, System::nanoTime);
  }

  /** Goes by a clock that counts nanoseconds. */
  ProgressLine(Terminal terminal, boolean quiet, LongSupplier clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.began = clock.getAsLong();
    this.silent = quiet || !terminal.interactive();
  }

  /** Shows what was done. */
  void show(MergeProgress progress) {
    if (silent || clock.getAsLong() - began < DELAY) {
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
