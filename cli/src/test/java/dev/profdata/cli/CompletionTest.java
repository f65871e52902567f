package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Completion, asked for in real shells. */
class CompletionTest {
  private static final int SECONDS = 60;

  @TempDir private Path folder = Path.of("");
  private Path script = folder;

  @BeforeEach
  void writeScript() {
    script = folder.resolve("completion.sh");
    assertEquals(0, ToolRun.of("completion", "-o", script.toString()).exitCode());
  }

  private String run(String shell, String... arguments) throws IOException, InterruptedException {
    boolean there =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, shell)));
    assumeTrue(there, shell + " is not installed");
    Path output = folder.resolve("output");
    String[] line = Stream.concat(Stream.of(shell), Stream.of(arguments)).toArray(String[]::new);
    Process process =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), shell + " does not end");
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(output, StandardCharsets.ISO_8859_1);
  }

  /** Returns what bash offers for the last word of a line. */
  private Set<String> offered(String line) throws IOException, InterruptedException {
    String ask =
        """
        compopt() { :; }
        source '%s'
        COMP_WORDS=(%s)
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _complete_profdata
        echo "${COMPREPLY[@]}"
        """
            .formatted(script, line);
    return Set.copyOf(List.of(run("bash", "--norc", "-c", ask).strip().split(" ")));
  }

  @ParameterizedTest
  @CsvSource({
    "profdata me, merge",
    "profdata kernel '', status reset capture",
    "profdata merge --failure-mo, --failure-mode",
    "profdata merge --failure-mode '', any all warn",
    "profdata merge --on-mismatch '', keep-first drop fail",
    "profdata convert --to raw:1, raw:1 raw:10 raw:11",
    "profdata show --llvm 2, 20 21 22 23",
  })
  void bashOffersCommandsOptionsAndValues(String line, String offered)
      throws IOException, InterruptedException {
    assertEquals(Set.of(offered.split(" ")), offered(line.replace("''", "\"\"")));
  }

  /** Runs a line of the README with a tool on the path that has only this command. */
  private String afterLineOfReadme(String shell, String question)
      throws IOException, InterruptedException {
    String mark = "# " + shell;
    String line =
        Files.readAllLines(Path.of("..", "README.md")).stream()
            .filter(one -> one.endsWith(mark))
            .findFirst()
            .orElseThrow();
    Path tool = folder.resolve("profdata");
    Files.writeString(tool, "#!/bin/sh\nexec cat '%s'\n".formatted(script));
    assertTrue(tool.toFile().setExecutable(true));
    String told = "PATH='%s':$PATH%n%s%n%s".formatted(folder, line.replace(mark, ""), question);
    return run(shell, shell.equals("zsh") ? "-f" : "--norc", "-c", told);
  }

  @Test
  void theLineInTheReadmeIsEnoughForBash() throws IOException, InterruptedException {
    String told = afterLineOfReadme("bash", "complete -p profdata");
    assertTrue(told.contains("-F _complete_profdata profdata"), told);
  }

  @Test
  void theLineInTheReadmeIsEnoughForZsh() throws IOException, InterruptedException {
    String told =
        afterLineOfReadme("zsh", "autoload -U compinit; print ${_comps[profdata]}")
            .replaceAll("\\s+$", "");
    assertTrue(told.contains("_bash_complete"), told);
  }

  @Test
  void zshCompletesAsItIsTyped() throws IOException, InterruptedException {
    Path session = folder.resolve("session.zsh");
    Files.writeString(
        session,
        """
        zmodload zsh/zpty
        zpty -b z zsh -f -i
        zpty -w z "PS1='> '; autoload -U compinit bashcompinit; compinit -u -D; bashcompinit"
        zpty -w z "source '%s'; echo rea''dy"
        zpty -r -m z seen '*ready*'
        zpty -w -n z $'profdata merge --failure-m\\t'
        zpty -r -m z seen '*failure-mode*'
        zpty -w -n z $'w\\t'
        zpty -r -m z seen '*warn*'
        print completed
        """
            .formatted(script));
    assertTrue(run("zsh", "-f", session.toString()).contains("completed"));
  }
}
