package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.profdata.tck.corpus.Programs;
import dev.profdata.tck.oracle.LlvmTool;
import dev.profdata.tck.oracle.LlvmTools;
import dev.profdata.tck.oracle.ToolOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs compiled, run and merged: the bytes of LLVM's tool, and a profile that the compiler
 * takes without a word.
 */
class CompiledProgramsConformanceTest {
  private static final List<Integer> RELEASES = List.of(13, 14, 15, 16, 19, 22);
  private static final int RUNS = 3;

  private enum Level {
    FRONT_END("-fprofile-instr-generate", "-fprofile-instr-use="),
    IR("-fprofile-generate", "-fprofile-use=");

    private final String generate;
    private final String use;

    Level(String generate, String use) {
      this.generate = generate;
      this.use = use;
    }
  }

  @TempDir private Path folder = Path.of("");

  static Stream<Arguments> cases() {
    return RELEASES.stream()
        .flatMap(
            release ->
                Stream.of(Level.values())
                    .flatMap(
                        level ->
                            Stream.of(
                                    Programs.VALUES,
                                    Programs.SHAPES,
                                    Programs.USES_LIBRARY,
                                    Programs.MANY)
                                .map(program -> Arguments.of(release, level, program))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void mergesShowsAndCompilesAgain(int release, Level level, String program) throws IOException {
    Path source = Programs.copy(program, folder);
    List<String> profiles = compileAndRun(release, level, source);
    compare(release, List.of("merge", profiles.get(0)));
    compare(release, List.of("merge", "--text", profiles.get(1)));
    compare(release, List.of("merge", "--sparse", profiles.get(2)));
    compare(
        release,
        List.of(
            "merge", "--weighted-input=5," + profiles.get(2), profiles.get(1), profiles.get(0)));
    compareShow(release, profiles.get(2));

    List<String> all = new ArrayList<>(List.of("merge"));
    all.addAll(profiles);
    Path merged = compare(release, all);
    compare(release, List.of("merge", merged.toString(), profiles.get(0)));
    compareShow(release, merged.toString());
    compileWith(release, level, source, merged);
  }

  private static LlvmTool compiler(int release, Path source) {
    return source.toString().endsWith(".cpp")
        ? LlvmTools.clangxx(release)
        : LlvmTools.clang(release);
  }

  private List<String> compileAndRun(int release, Level level, Path source) throws IOException {
    List<String> options =
        new ArrayList<>(List.of("-O1", level.generate, "-Wl,--build-id", source.toString()));
    if (source.endsWith(Programs.USES_LIBRARY)) {
      Path library = Programs.copy(Programs.LIBRARY, folder);
      compiler(release, library)
          .run(
              folder,
              "-O1",
              "-shared",
              "-fPIC",
              level.generate,
              library.toString(),
              "-o",
              "libcollatz.so")
          .succeeded();
      options.addAll(List.of("-L.", "-lcollatz", "-Wl,-rpath,$ORIGIN"));
    }
    options.addAll(List.of("-o", "program"));
    compiler(release, source).run(folder, options).succeeded();
    List<String> profiles = new ArrayList<>();
    for (int run = 1; run <= RUNS; run++) {
      Path profile = folder.resolve("run%d.profraw".formatted(run));
      List<String> command =
          List.of("env", "LLVM_PROFILE_FILE=" + profile, folder.resolve("program").toString());
      new LlvmTool(command).run(folder, "x".repeat(run).split("")).succeeded();
      profiles.add(profile.toString());
    }
    return profiles;
  }

  /** Merges with both tools, compares the bytes, and returns our file. */
  private Path compare(int release, List<String> arguments) throws IOException {
    Path expected = folder.resolve("expected");
    Path actual = Files.createTempFile(folder, "actual", ".profdata");
    ToolOutput theirs =
        LlvmTools.profdata(release)
            .run(
                folder,
                List.of(Cases.with(arguments, "--num-threads=1", "-o", expected.toString())))
            .succeeded();
    ToolRun ours = ToolRun.of(Cases.with(arguments, "--llvm=" + release, "-o", actual.toString()));
    assertEquals(theirs.messages(), ours.messages());
    assertArrayEquals(
        Files.readAllBytes(expected), Files.readAllBytes(actual), arguments::toString);
    return actual;
  }

  private void compareShow(int release, String profile) {
    List<String> show =
        List.of("show", "--all-functions", "--counts", "--ic-targets", "--memop-sizes", profile);
    assertEquals(
        LlvmTools.profdata(release).run(folder, show).succeeded().text(),
        ToolRun.of(Cases.with(show, "--llvm=" + release)).text());
  }

  private void compileWith(int release, Level level, Path source, Path profile) {
    ToolOutput compiled =
        compiler(release, source)
            .run(
                folder,
                "-O1",
                "-c",
                "-Wall",
                level.use + profile,
                source.toString(),
                "-o",
                "again.o")
            .succeeded();
    assertFalse(compiled.messages().contains("profile"), compiled.messages());
  }
}
