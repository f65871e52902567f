package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.tck.oracle.LlvmTools;
import dev.profdata.tck.oracle.ToolOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of one build with so many functions that several threads add them up give LLVM's bytes, and
 * its messages in its order.
 */
class ManyFunctionsConformanceTest {
  private static final int FUNCTIONS = 6_000;
  private static final int ODD_ONES = 500;

  @TempDir private Path folder = Path.of("");

  /** Writes functions with sites; every five hundredth overflows, or has another shape. */
  private Path profile(String name, long seed, int release, int shape) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(":ir\n");
    for (int function = 0; function < FUNCTIONS; function++) {
      boolean odd = function % ODD_ONES == 7;
      int counters = odd ? 1 + shape : 1;
      text.append("f%d%n%d%n%d%n".formatted(function, function, counters));
      for (int i = 0; i < counters; i++) {
        text.append(random.nextInt(1_000)).append('\n');
      }
      text.append("1\n1\n").append(odd ? 1 + shape : 2).append('\n');
      for (int site = 0; site < (odd ? 1 + shape : 2); site++) {
        int values = site == 0 ? 1 : random.nextInt(6);
        text.append(values).append('\n');
        for (int i = 0; i < values; i++) {
          long count = function % ODD_ONES == 11 ? -1L : random.nextInt(100);
          text.append("%d:%s%n".formatted(random.nextInt(8) * 8 + i, Long.toUnsignedString(count)));
        }
      }
      text.append('\n');
    }
    Path written = folder.resolve(name + ".proftext");
    Files.writeString(written, text);
    Path indexed = folder.resolve(name);
    LlvmTools.profdata(release).run(folder, "merge", written.toString(), "-o", indexed.toString());
    return indexed;
  }

  @ParameterizedTest
  @MethodSource("dev.profdata.cli.Cases#releases")
  void threadsShareRecordsAndNobodySees(int release) throws IOException {
    String first = profile("first", 1, release, 0).toString();
    String second = profile("second", 2, release, 1).toString();
    List<String> inputs = List.of("merge", first, second, second, second, first, first, "-o");
    ToolOutput expected =
        LlvmTools.profdata(release)
            .run(folder, List.of(Cases.with(inputs, "expected", "--num-threads=1")));
    Path actual = folder.resolve("actual");
    ToolRun run = ToolRun.of(Cases.with(inputs, actual.toString(), "--llvm=" + release));
    assertTrue(expected.messages().contains("overflow"), expected.messages());
    assertEquals(expected.messages(), run.messages());
    assertEquals(-1, Files.mismatch(folder.resolve("expected"), actual));
  }
}
