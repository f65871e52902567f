package dev.profdata.cli;

import dev.profdata.MergeProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** Draws how far a merge is. A thread of the library draws, so everything is done under a lock. */
final class ProgressDrawing {
  private static final long MEGABYTE = 1_000_000;
  private static final int INTERVAL_MILLIS = 200;
  private static final String DEFAULT_WIDTH = "80";

  private final boolean countsBytes;
  private final Line line;
  private final ProgressBar bar;

  private ProgressDrawing(
      Terminal terminal, boolean countsBytes, long all, String unit, long size) {
    this.countsBytes = countsBytes;
    this.line = new Line(terminal.err(), width(terminal));
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("merge")
            .setInitialMax(all)
            .setUnit(unit, size)
            .showSpeed()
            .setSpeedUnit(ChronoUnit.SECONDS)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(INTERVAL_MILLIS)
            .setConsumer(line)
            .startsFrom(0, Duration.ZERO)
            .build();
  }

  static ProgressDrawing ofBytes(Terminal terminal, long bytes) {
    return new ProgressDrawing(terminal, true, bytes, " MB", MEGABYTE);
  }

  static ProgressDrawing ofFiles(Terminal terminal, long files) {
    return new ProgressDrawing(terminal, false, files, " files", 1);
  }

  private static int width(Terminal terminal) {
    String columns = terminal.environment().getOrDefault("COLUMNS", DEFAULT_WIDTH);
    return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) - 1 : 79;
  }

  void show(MergeProgress progress) {
    line.resume();
    bar.setExtraMessage(" %d/%d".formatted(progress.inputsDone(), progress.inputs()));
    bar.stepTo(countsBytes ? progress.bytesDone() : progress.inputsDone());
  }

  void clear() {
    line.pause();
  }

  void end() {
    line.pause();
    bar.close();
  }

  /** The line of the terminal; while it is paused nothing is drawn. */
  private static final class Line implements ProgressBarConsumer {
    private static final String START_OF_LINE_AND_ERASE = "\r\u001b[K";

    private final PrintWriter err;
    private final int width;
    private boolean paused;
    private boolean visible;

    Line(PrintWriter err, int width) {
      this.err = err;
      this.width = width;
    }

    @Override
    public int getMaxRenderedLength() {
      return width;
    }

    @Override
    public synchronized void accept(String text) {
      if (!paused) {
        err.print(START_OF_LINE_AND_ERASE + text);
        err.flush();
        visible = true;
      }
    }

    synchronized void pause() {
      paused = true;
      if (visible) {
        err.print(START_OF_LINE_AND_ERASE);
        err.flush();
        visible = false;
      }
    }

    synchronized void resume() {
      paused = false;
    }

    @Override
    public void close() {}
  }
}
