package dev.profdata.cli.writing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.ProfileMerger;
import dev.profdata.Profiles;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thread that is interrupted while it merges leaves the old file or the new one. */
class InterruptedWriterTest {
  private static final int INTERRUPTS = 40;
  private static final int FUNCTIONS = 4_000;

  @TempDir private Path folder = Path.of("");

  private static ProfileSource input(int count) {
    StringBuilder text = new StringBuilder(":ir\n");
    for (int i = 0; i < FUNCTIONS; i++) {
      text.append("function").append(i).append("\n1\n1\n").append(count).append("\n\n");
    }
    return ProfileSource.of("input", text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static void merge(int count, Path target) throws IOException {
    try (ProfileMerger merger = Profiles.merger()) {
      merger.add(input(count), 1).writeTo(target, ProfileFormat.indexed(9));
    }
  }

  /** Returns how a merge ended that was interrupted after so many microseconds. */
  private static String interrupted(Path target, int micros) throws Exception {
    FutureTask<String> merge =
        new FutureTask<>(
            () -> {
              try {
                merge(2, target);
                return "written";
              } catch (InterruptedIOException e) {
                return Thread.currentThread().isInterrupted() ? "interrupted" : "flag lost";
              }
            });
    Thread thread = new Thread(merge, "merge");
    thread.start();
    TimeUnit.MICROSECONDS.sleep(micros);
    thread.interrupt();
    return merge.get();
  }

  @Test
  void theTargetIsWholeAndNothingElseIsLeft() throws Exception {
    Path target = folder.resolve("sum.profdata");
    merge(2, target);
    byte[] fresh = Files.readAllBytes(target);
    merge(1, target);
    byte[] old = Files.readAllBytes(target);
    int stopped = 0;
    for (int i = 0; i < INTERRUPTS; i++) {
      Files.write(target, old);
      String end = interrupted(target, i * 500);
      assertTrue(List.of("written", "interrupted").contains(end), end);
      assertArrayEquals(end.equals("written") ? fresh : old, Files.readAllBytes(target), end);
      stopped += end.equals("interrupted") ? 1 : 0;
      try (Stream<Path> files = Files.list(folder)) {
        assertEquals(List.of(target), files.toList());
      }
    }
    assertTrue(stopped > 0, "no interrupt came in time");
  }
}
