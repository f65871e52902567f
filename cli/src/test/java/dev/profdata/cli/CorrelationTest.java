package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.io.CorrelationKind;
import dev.profdata.tck.corpus.Corpus;
import dev.profdata.tck.corpus.CorpusFile;
import dev.profdata.tck.corpus.CorrelatedSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Profiles that hold counters only, merged with the program that wrote them. */
class CorrelationTest {
  @TempDir private Path folder = Path.of("");

  static List<CorrelatedSample> samples() {
    return CorrelatedSample.all();
  }

  private static CorrelatedSample sample(String name) {
    return samples().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  static String option(CorrelatedSample sample) {
    return sample.kind() == CorrelationKind.BINARY ? "--binary-file=" : "--debug-info=";
  }

  private ToolRun merge(int release, String... words) {
    List<String> command = List.of("merge", "--llvm=" + release, "-o", folder + "/merged");
    return ToolRun.of(Cases.with(command, words));
  }

  private void refuses(String reason, String... words) {
    ToolRun run = merge(22, words);
    assertEquals(CommandRunner.FAILED, run.exitCode(), run.messages());
    assertTrue(run.messages().contains(reason), run.messages());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void givesTheBytesOfTheTool(CorrelatedSample sample) throws IOException {
    ToolRun run =
        merge(
            sample.release(),
            option(sample) + sample.copyProgram(folder),
            sample.copyProfile(folder).toString());
    assertEquals(CommandRunner.DONE, run.exitCode(), run.messages());
    assertArrayEquals(sample.merged(), Files.readAllBytes(folder.resolve("merged")));
  }

  @Test
  void severalRunsOfOneProgramAreAddedUp() throws IOException {
    CorrelatedSample sample = sample("debug-22");
    String profile = sample.copyProfile(folder).toString();
    Path once = Files.write(folder.resolve("once"), sample.merged());
    String program = option(sample) + sample.copyProgram(folder);
    assertEquals(0, merge(22, program, profile, profile, once.toString()).exitCode());
    byte[] three = Files.readAllBytes(folder.resolve("merged"));
    assertEquals(0, merge(22, "--weighted-input=3," + once).exitCode());
    assertArrayEquals(Files.readAllBytes(folder.resolve("merged")), three);
  }

  @Test
  void onlyOneProgramCanBeNamed() throws IOException {
    CorrelatedSample sample = sample("debug-22");
    Path program = sample.copyProgram(folder);
    ToolRun run =
        merge(
            22,
            "--debug-info=" + program,
            "--binary-file=" + program,
            sample.copyProfile(folder).toString());
    assertEquals(CommandRunner.WRONG_USAGE, run.exitCode());
    assertTrue(
        run.messages().contains("Expected only one of -debug-info, -binary-file"), run.messages());
  }

  private Path withRecords() throws IOException {
    CorpusFile file =
        Corpus.raw().stream()
            .filter(one -> one.file().endsWith("v10-clang22-ir.profraw"))
            .findFirst()
            .orElseThrow();
    return Files.write(folder.resolve("records.profraw"), file.bytes());
  }

  @Test
  void aProfileWithRecordsOfItsOwnNeedsNoProgram() throws IOException {
    refuses(
        "debug info/binary for correlation is not necessary",
        "--debug-info=" + sample("debug-22").copyProgram(folder),
        withRecords().toString());
  }

  @Test
  void aFileOfNoUseIsRefusedBeforeAnyInputIsRead() throws IOException {
    CorrelatedSample sample = sample("debug-22");
    String profile = sample.copyProfile(folder).toString();
    refuses(
        "could not find section (__llvm_covdata)",
        "--binary-file=" + sample.copyProgram(folder),
        profile);
    refuses("unable to correlate profile: not an ELF file", "--debug-info=" + profile, profile);
    refuses("nowhere: No such file or directory", "--debug-info=" + folder + "/nowhere", profile);
    refuses(
        "could not find any profile data metadata in correlated file",
        "--debug-info=" + sample("binary-19").copyProgram(folder),
        profile);
  }

  @Test
  void aProgramOfAnotherBuildIsRefused() throws IOException {
    refuses(
        "unable to correlate profile",
        "--debug-info=" + sample("bits-23").copyProgram(folder),
        sample("debug-22").copyProfile(folder).toString());
  }

  @Test
  void whatIsOddInDebugInformationIsSaidAsOftenAsWanted() throws IOException {
    CorrelatedSample sample = sample("bits-23");
    String program = "--debug-info=" + sample.copyProgram(folder);
    String profile = sample.copyProfile(folder).toString();
    String both =
        """
        warning: Could not find address of function decisions.c:inside
        warning: Could not find address of function decisions.c:leap
        """;
    assertEquals(both, merge(23, program, profile).messages());
    String most = "--max-debug-info-correlation-warnings=";
    assertEquals(both, merge(23, most + "0", program, profile).messages());
    assertEquals(
        """
        warning: Could not find address of function decisions.c:inside
        warning: Suppressed 1 additional warnings
        """,
        merge(23, most + "1", program, profile).messages());
  }
}
