package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.MergeListener;
import dev.profdata.MergeOptions;
import dev.profdata.MergeProgress;
import dev.profdata.ProfileMerger;
import dev.profdata.Profiles;
import dev.profdata.format.ProfileFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person at a terminal sees, and nobody else. */
class PeopleTest {
  private static final String ESCAPE = "\u001b[";

  @TempDir private Path folder = Path.of("");

  @Test
  void messagesHaveColoursOnATerminalOnly() {
    String[] failing = {"merge", "no-such-file", "-o", "y"};
    ToolRun seen = ToolRun.interactively(Map.of("TERM", "xterm"), failing);
    assertTrue(seen.messages().startsWith("\u001b[0;1;31merror: \u001b[0m"), seen::messages);
    assertFalse(ToolRun.of(failing).messages().contains(ESCAPE));
  }

  @Test
  void noColorAndDumbTerminalsGetNone() {
    for (Map<String, String> environment :
        Map.of("NO_COLOR", Map.of("NO_COLOR", "1"), "TERM", Map.of("TERM", "dumb")).values()) {
      ToolRun run = ToolRun.interactively(environment, "merge", "no-such-file", "-o", "y");
      assertTrue(run.messages().startsWith("error: "), run::messages);
      assertFalse(ToolRun.interactively(environment, "merge", "--help").text().contains(ESCAPE));
    }
    assertTrue(ToolRun.interactively(Map.of(), "merge", "--help").text().contains(ESCAPE));
  }

  /** Merges four inputs, which take so many seconds each; returns what a terminal got. */
  private String merge(boolean interactive, boolean quiet, int seconds) throws IOException {
    StringWriter messages = new StringWriter();
    Terminal terminal =
        new Terminal(
            StandardOutput.ofBytes(new ByteArrayOutputStream()),
            new PrintWriter(messages, true),
            new ByteArrayInputStream(new byte[0]),
            Map.of("COLUMNS", "100"),
            interactive);
    AtomicLong now = new AtomicLong();
    ProgressLine line = new ProgressLine(terminal, quiet, now::get);
    MergeListener slow =
        new MergeListener() {
          @Override
          public boolean inputStarted(String source, MergeProgress progress) {
            now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
            line.show(progress);
            if (interactive && !quiet && seconds > 0) {
              awaitDrawing(messages);
            }
            return true;
          }
        };
    Path input = Path.of(Samples.copy(Samples.IR, folder));
    try (ProfileMerger merger = Profiles.merger(MergeOptions.DEFAULT.withListener(slow))) {
      merger.add(input).add(input).add(input).add(input);
      merger.merge(ProfileFormat.text());
    }
    line.end();
    return messages.toString();
  }

  /** A thread of its own draws. */
  @SuppressWarnings("ThreadSleep")
  private static void awaitDrawing(StringWriter messages) {
    try {
      while (messages.toString().isEmpty()) {
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Timeout(60)
  void aLongMergeShowsHowFarItIs() throws IOException {
    String seen = merge(true, false, 1);
    assertTrue(seen.contains("merge"), seen);
    assertTrue(seen.contains("MB/s"), seen);
    assertTrue(seen.contains("/4"), seen);
    assertTrue(seen.endsWith("\r\u001b[K"), "the line is gone in the end");
  }

  @Test
  void nobodyElseSeesIt() throws IOException {
    assertEquals("", merge(false, false, 1));
    assertEquals("", merge(true, true, 1));
  }

  @Test
  void aShortMergeShowsNothing() throws IOException {
    assertEquals("", merge(true, false, 0));
  }
}
