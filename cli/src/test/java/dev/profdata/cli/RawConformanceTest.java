package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.tck.oracle.LlvmTool;
import dev.profdata.tck.oracle.LlvmTools;
import dev.profdata.tck.oracle.ToolOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a compiler's own runtime wrote is shown and merged as by the tool of its release. */
class RawConformanceTest {
  private static final String SHOW =
      "show --all-functions --counts --ic-targets --memop-sizes --topn=3 --detailed-summary"
          + " --binary-ids";

  @TempDir private Path folder = Path.of("");

  static Stream<Arguments> cases() {
    return LlvmTools.compilers().stream()
        .flatMap(
            release ->
                Stream.of("-fprofile-generate", "-fprofile-instr-generate")
                    .map(option -> Arguments.of(release, option)));
  }

  /** Compiles a program, runs it and returns its profile. */
  private String profile(int release, String option) throws IOException {
    String source = Samples.copy(Samples.PROGRAM, folder);
    String program = folder.resolve("program").toString();
    String profile = folder.resolve("program.profraw").toString();
    LlvmTool clang = LlvmTools.clang(release);
    String target =
        option.equals("-fprofile-generate") ? option + "=" + folder : option + "=" + profile;
    ToolOutput compiled = clang.run(folder, "-O1", target, source, "-o", program);
    assertEquals(0, compiled.exitCode(), compiled::messages);
    assertEquals(0, new LlvmTool(List.of(program)).run(folder).exitCode());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(Path::toString)
          .filter(name -> name.endsWith(".profraw"))
          .findFirst()
          .orElseThrow();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void showsAndMergesItsProfile(int release, String option) throws IOException {
    LlvmTool profdata = LlvmTools.profdata(release);
    String profile = profile(release, option);
    List<String> show = Cases.words(SHOW, profile);
    assertEquals(
        profdata.run(folder, show).text(),
        ToolRun.of(Cases.with(show, "--llvm=" + release)).text());

    List<String> merge = Cases.words("merge", profile);
    profdata.run(folder, List.of(Cases.with(merge, "-o", "expected")));
    ToolRun.of(Cases.with(merge, "--llvm=" + release, "-o", folder.resolve("actual").toString()));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("expected")),
        Files.readAllBytes(folder.resolve("actual")));
  }
}
