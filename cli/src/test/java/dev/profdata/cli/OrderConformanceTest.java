package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.model.ProfileVariant;
import dev.profdata.tck.corpus.Corpus;
import dev.profdata.tck.corpus.CorpusFile;
import dev.profdata.tck.oracle.LlvmTools;
import dev.profdata.tck.oracle.ToolOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
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
  private static final int DEFAULT_SIZE = 20;

  private static final String NAMES =
      """
      :ir
      :temporal_prof_traces
      3
      3
      1
      a;b;c, ;d, e;, f:g, :h, i:, -[J k:l:], x.c:m;n, unknown, y.c;o:p
      1
      f:g, ;d, e;
      7
      e;, unknown, e;, nowhere, a;b;c
      %s
      """
          .formatted(
              Stream.of("a;b;c", ";d", "e;", "f:g", ":h", "i:", "-[J k:l:]", "x.c:m;n", "y.c;o:p")
                  .map("%s\n1\n1\n1\n"::formatted)
                  .collect(Collectors.joining("\n")));

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

  @ParameterizedTest
  @MethodSource("releases")
  void ordersNamesOfEveryKindAndSaysWhatIsWrong(int release) throws IOException {
    Path file = folder.resolve("names.proftext");
    Files.writeString(file, NAMES);
    compare(release, file.toString(), "");
    Path without = folder.resolve("without.proftext");
    Files.writeString(without, ":ir\nf\n1\n1\n1\n");
    compare(release, without.toString(), "");
    compare(release, folder.resolve("missing").toString(), "");
    if (follows(release, ReleaseRule.ORDER_TEST_TRACES)) {
      for (int tests : new int[] {0, 1, 2, 3, 4}) {
        compare(release, file.toString(), "--num-test-traces " + tests);
      }
    }
  }

  static Stream<CorpusFile> temporal() throws IOException {
    return Corpus.files().stream()
        .filter(CorpusFile::isOfTarget)
        .filter(file -> LlvmTools.compared().contains(file.target().major()))
        .filter(file -> file.variant().has(ProfileVariant.TEMPORAL));
  }

  @ParameterizedTest
  @MethodSource("temporal")
  void ordersRealProfiles(CorpusFile real) throws IOException {
    Path file = Files.write(folder.resolve("real"), real.bytes());
    compare(real.target().major(), file.toString(), "");
    if (real.isRaw()) {
      // As if two libraries had written to one file.
      Files.write(file, real.bytes(), StandardOpenOption.APPEND);
      compare(real.target().major(), file.toString(), "");
    }
  }
}
