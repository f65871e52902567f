package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class UsageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "merge",
        "merge --unknown x",
        "merge --weighted-input=0,x -o y",
        "merge --weighted-input=x -o y",
        "merge --llvm=7 x -o y",
        "merge --format=foo x -o y",
        "merge --failure-mode=sometimes x -o y",
        "merge --sparse=maybe x -o y",
        "show",
        "show --topn=many x",
        "convert --to=text x",
        "convert --to=text --allow-loss=everything -o y x",
        "overlap x",
        "order",
        "order x y",
        "order --num-test-traces=-1 x",
        "order --num-test-traces=many x",
        "report",
        "report --top=0 x",
        "report x y z",
        "info",
        "check --unknown x",
      })
  void wrongArgumentsAreToldApartFromFailures(String line) {
    ToolRun run = ToolRun.of(line.isEmpty() ? new String[0] : line.split(" "));
    assertEquals(CommandRunner.WRONG_USAGE, run.exitCode(), run.messages());
    assertTrue(run.messages().startsWith("error: "), run.messages());
    assertTrue(run.messages().contains("--help"), run.messages());
  }

  static Stream<CommandSpec> commands() {
    return ManPageIT.commands();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItselfWithAnExample(CommandSpec command) {
    List<String> words = List.of(command.qualifiedName(" ").split(" ", -1));
    ToolRun run = ToolRun.of(Cases.with(words.subList(1, words.size()), "--help"));
    assertEquals(CommandRunner.DONE, run.exitCode());
    if (command.subcommands().isEmpty()) {
      assertTrue(run.text().contains("Example: " + command.qualifiedName(" ")), run.text());
    }
    for (OptionSpec option : command.options()) {
      assertTrue(option.hidden() || option.description().length > 0, option.longestName());
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyExampleIsUnderstood(CommandSpec command) {
    for (String line : command.usageMessage().footer()) {
      if (line.startsWith("Example: ")) {
        String[] words = line.replaceFirst("Example: profdata ", "").split(" ", -1);
        CommandLine tool = command.root().commandLine();
        assertDoesNotThrow(
            () -> tool.parseArgs(LlvmSpelling.normalize(command.root(), words)), line);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "merge no-such-file -o y",
        "show no-such-file",
        "order no-such-file",
        "report no-such-file",
        "info no-such-file",
        "check no-such-file"
      })
  void aMissingFileIsAFailure(String line) {
    ToolRun run = ToolRun.of(line.split(" "));
    assertEquals(CommandRunner.FAILED, run.exitCode());
    assertEquals("error: no-such-file: No such file or directory", run.messages().strip());
  }

  @Test
  void theVersionNamesTheTargets() {
    ToolRun run = ToolRun.of("--version");
    assertEquals(CommandRunner.DONE, run.exitCode());
    assertTrue(run.text().contains("LLVM 13 to"), run.text());
  }
}
