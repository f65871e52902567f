package dev.profdata.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * A command that runs while we wait. On a terminal it has that to itself; elsewhere what it prints
 * goes where our own output goes, and its input is empty.
 */
final class ChildCommand implements AutoCloseable {
  /** What it left running in the background may keep its output open for ever. */
  private static final long LAST_OUTPUT_MILLIS = 1000;

  private final Process process;
  private final List<Thread> pumps;

  private ChildCommand(Process process, List<Thread> pumps) {
    this.process = process;
    this.pumps = pumps;
  }

  /**
   * Starts a command.
   *
   * @throws IOException if there is no such program
   */
  static ChildCommand start(List<String> words, Terminal terminal) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words);
    if (terminal.interactive()) {
      return new ChildCommand(builder.inheritIO().start(), List.of());
    }
    Process process = builder.start();
    process.getOutputStream().close();
    Thread out = new Thread(() -> copyOutput(process.getInputStream(), terminal), "stdout");
    Thread err = new Thread(() -> copyMessages(process.getErrorStream(), terminal), "stderr");
    List<Thread> pumps = List.of(out, err);
    for (Thread pump : pumps) {
      pump.setDaemon(true);
      pump.start();
    }
    return new ChildCommand(process, pumps);
  }

  /** Where nobody takes the output any more, the command finds its pipe closed. */
  private static void copyOutput(InputStream stream, Terminal terminal) {
    try (stream) {
      stream.transferTo(terminal.out().text());
      terminal.out().text().flush();
    } catch (IOException e) {
      terminal.warning(Failures.describe(e));
    }
  }

  private static void copyMessages(InputStream stream, Terminal terminal) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, Charset.defaultCharset()))) {
      lines.lines().forEach(terminal.err()::println);
    } catch (IOException | UncheckedIOException e) {
      terminal.warning(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Waits for the command to end.
   *
   * @param seconds how long at the most, empty for as long as it takes
   * @return whether it has ended
   */
  boolean endsWithin(OptionalLong seconds) throws InterruptedException {
    if (seconds.isPresent() && !process.waitFor(seconds.getAsLong(), TimeUnit.SECONDS)) {
      return false;
    }
    process.waitFor();
    for (Thread pump : pumps) {
      pump.join(LAST_OUTPUT_MILLIS);
    }
    return true;
  }

  int exitCode() {
    return process.exitValue();
  }

  /** Ends the command if it still runs. */
  @Override
  public void close() {
    process.destroy();
  }
}
