package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.tck.oracle.LlvmTools;
import dev.profdata.tck.oracle.ToolOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code order} prints what the tool of each release prints, character for character.
 *
 * <p>{@code -Dprofdata.seed} and {@code -Dprofdata.size} (profiles for each release) make longer
 * runs.
 */
class OrderConformanceTest {
  private static final int DEFAULT_SIZE = 40;

  @TempDir private Path folder = Path.of("");

  static Stream<Integer> releases() {
    return Cases.releases().filter(release -> follows(release, ReleaseRule.TEMPORAL_TRACES));
  }

  private static boolean follows(int release, ReleaseRule rule) {
    return LlvmRelease.of(release).follows(rule);
  }

  private void compare(int release, String file, String options) {
    List<String> arguments = Cases.words("order " + options, file);
    ToolOutput expected = LlvmTools.profdata(release).run(folder, arguments);
    ToolRun actual = ToolRun.of(Cases.with(arguments, "--llvm=" + release));
    String what = "LLVM %d: %s".formatted(release, arguments);
    assertEquals(expected.text(), actual.text(), what);
    assertEquals(expected.messages(), actual.messages(), what);
    assertEquals(expected.exitCode(), actual.exitCode(), what);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void ordersRandomTraces(int release) throws IOException {
    long seed = Long.getLong("profdata.seed", 1);
    for (int run = 0; run < Integer.getInteger("profdata.size", DEFAULT_SIZE); run++) {
      RandomTraces traces = new RandomTraces(seed * 1_000_003 + run);
      Path file = folder.resolve("%d-%d.proftext".formatted(seed, run));
      Files.writeString(file, traces.text());
      compare(release, file.toString(), "");
      if (follows(release, ReleaseRule.ORDER_TEST_TRACES)) {
        compare(release, file.toString(), "--num-test-traces=" + run % (traces.traces() + 1));
      }
      Files.delete(file);
    }
  }
}
