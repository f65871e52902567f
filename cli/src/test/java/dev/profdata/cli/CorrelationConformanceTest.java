package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.tck.corpus.CorrelatedSample;
import dev.profdata.tck.corpus.HandmadeProgram;
import dev.profdata.tck.corpus.Programs;
import dev.profdata.tck.oracle.LlvmTool;
import dev.profdata.tck.oracle.LlvmTools;
import dev.profdata.tck.oracle.ToolOutput;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs compiled for correlation, run and merged: the bytes and the messages of LLVM's tool. */
class CorrelationConformanceTest {
  private static final String IR = "-fprofile-generate -mllvm -disable-vp";
  private static final String FRONT = "-fprofile-instr-generate";
  private static final int NEW_SWITCH = 18;

  @TempDir private Path folder = Path.of("");

  static Stream<Arguments> debugged() {
    return Stream.of(14, 15, 16, 19, 22)
        .flatMap(
            release ->
                Stream.of("-gdwarf-4 ", "-gdwarf-5 ")
                    .flatMap(
                        format ->
                            Stream.of(Programs.VALUES, Programs.BRANCHES, Programs.MANY)
                                .map(source -> Arguments.of(release, format + IR, source))));
  }

  @ParameterizedTest
  @MethodSource("debugged")
  void debugInformationGivesTheSameBytes(int release, String flags, String source)
      throws IOException {
    String correlate =
        release < NEW_SWITCH ? "-debug-info-correlate" : "-profile-correlate=debug-info";
    compare(release, "--debug-info", source, flags + " -mllvm " + correlate);
  }

  @ParameterizedTest
  @CsvSource({"19, values.c", "19, many.cpp", "22, values.c", "22, many.cpp"})
  void debugInformationOfTheFrontEndGivesTheSameBytes(int release, String source)
      throws IOException {
    String correlate = " -g -mllvm -profile-correlate=debug-info";
    compare(release, "--debug-info", source, FRONT + correlate);
  }

  @ParameterizedTest
  @CsvSource({"19, values.c", "19, many.cpp", "22, values.c", "22, branches.c", "22, many.cpp"})
  void sectionsOfTheProgramGiveTheSameBytes(int release, String source) throws IOException {
    for (String flags : List.of(IR, FRONT, FRONT + " -fcoverage-mapping -fcoverage-mcdc")) {
      compare(release, "--binary-file", source, flags + " -mllvm -profile-correlate=binary");
    }
  }

  private void compare(int release, String option, String source, String flags) throws IOException {
    Path copy = Programs.copy(source, folder);
    LlvmTool compiler =
        source.endsWith(".cpp") ? LlvmTools.clangxx(release) : LlvmTools.clang(release);
    List<String> words = new ArrayList<>(List.of("-O1", copy.toString(), "-o", "program"));
    words.addAll(List.of(flags.split(" ")));
    compiler.run(folder, words).succeeded();
    Path profile = folder.resolve("program.profraw");
    Path program = folder.resolve("program");
    new LlvmTool(List.of("env", "LLVM_PROFILE_FILE=" + profile, program.toString()))
        .run(folder, List.of())
        .succeeded();
    compare(release, List.of("merge", option + "=" + program, profile.toString()));
  }

  private void compare(int release, List<String> merge) throws IOException {
    Path expected = folder.resolve("expected");
    Path actual = folder.resolve("actual");
    ToolOutput theirs =
        LlvmTools.profdata(release)
            .run(folder, List.of(Cases.with(merge, "--num-threads=1", "-o", expected.toString())))
            .succeeded();
    ToolRun ours = ToolRun.of(Cases.with(merge, "--llvm=" + release, "-o", actual.toString()));
    assertEquals(theirs.messages(), ours.messages());
    assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(actual), merge::toString);
  }

  /** Those of releases that are compared; the others need the tools of another Debian. */
  static List<CorrelatedSample> samples() {
    List<Integer> compared = LlvmTools.compared();
    return CorrelatedSample.all().stream()
        .filter(sample -> compared.contains(sample.release()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void samplesAreStillWhatTheToolMakesOfThem(CorrelatedSample sample) throws IOException {
    String option = CorrelationTest.option(sample);
    compare(
        sample.release(),
        List.of(
            "merge", option + sample.copyProgram(folder), sample.copyProfile(folder).toString()));
    assertArrayEquals(sample.merged(), Files.readAllBytes(folder.resolve("expected")));
  }

  static Stream<HandmadeProgram> handmade() {
    return Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
        .flatMap(order -> Stream.of(32, 64).map(bits -> new HandmadeProgram(bits, order)));
  }

  @ParameterizedTest
  @MethodSource("handmade")
  void otherWidthsAndByteOrdersGiveTheSameBytes(HandmadeProgram handmade) throws IOException {
    Path program = Files.write(folder.resolve("program"), handmade.program());
    Path profile = Files.write(folder.resolve("program.profraw"), handmade.profile());
    String bySections = "--binary-file=" + program;
    for (int release : new int[] {19, 22}) {
      compare(release, List.of("merge", "--debug-info=" + program, profile.toString()));
      if (handmade.order().equals(ByteOrder.LITTLE_ENDIAN)) {
        compare(release, List.of("merge", bySections, profile.toString()));
      }
      // LLVM's tool swaps the numbers of other byte orders once too often here.
      ToolRun ours =
          ToolRun.of(
              "merge",
              "--llvm=" + release,
              bySections,
              profile.toString(),
              "-o",
              folder.resolve("actual").toString());
      assertEquals("", ours.messages());
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("expected")),
          Files.readAllBytes(folder.resolve("actual")));
    }
  }
}
