package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes leaves the old file or the new one. */
class KilledWriterTest {
  private static final int KILLS = 15;
  private static final int FUNCTIONS = 60_000;

  /** In milliseconds after the temporary file is seen. */
  private static final int LATEST_KILL = 600;

  @TempDir private Path folder = Path.of("");

  private Path profile(String name, int count) throws IOException {
    StringBuilder text = new StringBuilder(":ir\n");
    for (int i = 0; i < FUNCTIONS; i++) {
      text.append("function").append(i).append("\n1\n1\n").append(count).append("\n\n");
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private byte[] merge(Path input, Path output) throws IOException {
    assertEquals(0, ToolRun.of("merge", input.toString(), "-o", output.toString()).exitCode());
    return Files.readAllBytes(output);
  }

  @Test
  void theTargetIsWholeAfterEachKillAndTheNextRunCleansUp() throws Exception {
    Path out = Files.createDirectory(folder.resolve("out"));
    Path target = out.resolve("sum.profdata");
    Path input = profile("new", 2);
    byte[] fresh = merge(input, target);
    byte[] old = merge(profile("old", 1), target);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("merge", input.toString(), "-o", target.toString()));
    Random random = new Random(1);
    int cutShort = 0;
    for (int i = 0; i < KILLS; i++) {
      Files.write(target, old);
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      while (process.isAlive() && files(out).size() == 1) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      TimeUnit.MILLISECONDS.sleep(random.nextInt(LATEST_KILL));
      process.destroyForcibly().waitFor();
      cutShort += files(out).size() > 1 ? 1 : 0;
      byte[] found = Files.readAllBytes(target);
      assertTrue(Arrays.equals(found, old) || Arrays.equals(found, fresh), "kill " + i);
    }
    assertTrue(cutShort > 0, "no kill came while a file was written");
    merge(input, target);
    assertEquals(List.of(target), files(out));
  }

  private static List<Path> files(Path out) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.toList();
    }
  }
}
