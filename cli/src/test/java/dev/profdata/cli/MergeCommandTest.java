package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {
  @TempDir private Path folder = Path.of("");
  private String first = "";
  private String second = "";
  private String output = "";

  @BeforeEach
  void copySamples() throws IOException {
    first = Samples.copy(Samples.IR, folder);
    second = Samples.copy(Samples.OTHER_RUN, folder);
    output = folder.resolve("out.profdata").toString();
  }

  @Test
  void inputsComeInLlvmsOrderAndDirectoriesSorted() throws IOException {
    Path list = folder.resolve("list");
    Files.writeString(list, "# comment\n\n  3," + second + "\r\n" + first + "\n");
    Path nested = Files.createDirectories(folder.resolve("runs/b"));
    Files.writeString(nested.resolve("z"), "");
    Files.writeString(nested.resolveSibling("a"), "");
    ToolRun run =
        ToolRun.of(
            "merge",
            "-f",
            list.toString(),
            "--weighted-input=2," + folder.resolve("runs"),
            second,
            "-dump-input-file-list");
    String expected =
        """
        1,SECOND
        2,FOLDER/runs/a
        2,FOLDER/runs/b/z
        3,SECOND
        1,FIRST
        """
            .replace("FOLDER", folder.toString())
            .replace("FIRST", first)
            .replace("SECOND", second);
    assertEquals(expected, run.text());
  }

  @Test
  void standardInputAndStandardOutputCarryBytes() throws IOException {
    ToolRun piped = ToolRun.of(Files.readAllBytes(Path.of(first)), Map.of(), "merge", "-");
    assertEquals(CommandRunner.DONE, ToolRun.of("merge", first, "-o", output).exitCode());
    assertEquals(CommandRunner.DONE, piped.exitCode(), piped.messages());
    assertArrayEquals(Files.readAllBytes(Path.of(output)), piped.bytes());
  }

  @Test
  void theEnvironmentNamesTheRelease() {
    ToolRun byOption = ToolRun.of("merge", first, "--llvm=16");
    ToolRun byVariable = ToolRun.of(new byte[0], Map.of("PROFDATA_LLVM", "16"), "merge", first);
    assertArrayEquals(byOption.bytes(), byVariable.bytes());
    assertEquals(9, byOption.bytes()[8]);
  }

  @Test
  void anEmptyInputIsSkippedWithAWarning() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));
    ToolRun run = ToolRun.of("merge", empty.toString(), first, "-o", output);
    assertEquals(CommandRunner.DONE, run.exitCode());
    assertTrue(run.messages().startsWith("warning: " + empty + ": "), run.messages());
  }

  @Test
  void aDamagedInputFailsTheMergeAndLeavesNoOutput() throws IOException {
    String damaged = Samples.copy(Samples.DAMAGED, folder);
    ToolRun run = ToolRun.of("merge", damaged, "-o", output);
    assertEquals(CommandRunner.FAILED, run.exitCode());
    assertTrue(run.messages().startsWith("warning: " + damaged + ": malformed"), run.messages());
    assertTrue(run.messages().contains("error: no profile can be merged"), run.messages());
    assertFalse(Files.exists(Path.of(output)));
  }

  @Test
  void aMissingFolderIsNamedAsTheCallerNamedIt() {
    String nowhere = folder.resolve("nowhere/out.profdata").toString();
    ToolRun run = ToolRun.of("merge", first, "-o", nowhere);
    assertEquals(CommandRunner.FAILED, run.exitCode());
    assertEquals(
        "error: %s: No such file or directory: make the folder %s"
            .formatted(nowhere, folder.resolve("nowhere")),
        run.messages().strip());
  }

  @Test
  void aMissingInputFailsInEveryFailureMode() {
    ToolRun run = ToolRun.of("merge", first, "missing", "--failure-mode=warn", "-o", output);
    assertEquals(CommandRunner.FAILED, run.exitCode());
    assertFalse(Files.exists(Path.of(output)));
  }

  @Test
  void theHintStandsOnceForEachKindOfMismatch() {
    ToolRun run = ToolRun.of("merge", first, second, second, "-o", output);
    assertEquals(
        """
        FILE: twice: function basic block count change detected (counter mismatch)
        Make sure that all profile data to be merged is generated from the same binary.
        FILE: twice: function basic block count change detected (counter mismatch)
        """
            .replace("FILE", second),
        run.messages());
  }

  @Test
  void aBadLineOfARemappingFileIsNamed(@TempDir Path folder) throws IOException {
    Path names = Files.writeString(folder.resolve("names"), "old new\none two three\n");
    ToolRun run = ToolRun.of("merge", first, "--remapping-file=" + names, "-o", output);
    assertEquals(CommandRunner.FAILED, run.exitCode());
    assertEquals(
        "error: %s:2: unexpected line in remapping file, expected 'old_symbol new_symbol'"
            .formatted(names),
        run.messages().strip());
  }

  @Test
  void filteredNamesAreCounted() {
    ToolRun run = ToolRun.of("merge", first, "--no-function=^twice$", "--text");
    assertFalse(run.text().contains("twice"));
    assertEquals("1 of 4 functions in the original profile are filtered.", run.messages().strip());
  }
}
