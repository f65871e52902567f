package dev.profdata.cli.limits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.cli.Main;
import dev.profdata.format.ProfileFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A heap that is too small for a file ends in a sentence, and the old output stays. */
class TooSmallHeapTest {
  private static final byte[] OLD = {1, 2, 3};

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"raw:8", "indexed:9", "text"})
  void itIsSaidInASentenceAndTheOldFileStays(String format) throws Exception {
    Path out = Files.createDirectory(folder.resolve("out"));
    Path target = Files.write(out.resolve("sum.profdata"), OLD);
    Path input = folder.resolve("input");
    Files.write(input, Programs.write(Programs.profile(60_000, 20, 1), format(format)));
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "merge",
                input.toString(),
                "-o",
                target.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, child.waitFor(), said);
    assertEquals(1, said.lines().count(), said);
    assertTrue(said.startsWith("error: not enough memory, Java's heap may grow to 2"), said);
    assertArrayEquals(OLD, Files.readAllBytes(target));
    assertEquals(List.of(target), files(out));
  }

  private static ProfileFormat format(String name) {
    return switch (name) {
      case "raw:8" -> ProfileFormat.raw(8);
      case "indexed:9" -> ProfileFormat.indexed(9);
      default -> ProfileFormat.text();
    };
  }

  private static List<Path> files(Path out) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.toList();
    }
  }
}
