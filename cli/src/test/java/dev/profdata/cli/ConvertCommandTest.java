package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {
  @TempDir private Path folder = Path.of("");
  private String input = "";
  private Path output = Path.of("");

  @BeforeEach
  void copySample() throws IOException {
    input = Samples.copy(Samples.IR, folder);
    output = folder.resolve("out");
  }

  private ToolRun convert(String... options) {
    String[] arguments = new String[options.length + 4];
    arguments[0] = "convert";
    System.arraycopy(options, 0, arguments, 1, options.length);
    arguments[options.length + 1] = "-o";
    arguments[options.length + 2] = output.toString();
    arguments[options.length + 3] = input;
    return ToolRun.of(arguments);
  }

  @Test
  void writesTheVersionAskedFor() {
    ToolRun run = convert("--to=indexed:9");
    assertEquals(CommandRunner.DONE, run.exitCode(), run.messages());
    assertTrue(ToolRun.of("info", output.toString()).text().contains("indexed 9"));
  }

  @Test
  void refusesALossAndNamesIt() {
    ToolRun run = convert("--to=indexed:2");
    assertEquals(CommandRunner.FAILED, run.exitCode());
    assertTrue(run.messages().contains("[VALUE_DATA]"), run.messages());
    assertFalse(Files.exists(output));
  }

  @Test
  void writesWhenTheLossIsAllowed() {
    ToolRun run = convert("--to=indexed:2", "--allow-loss=all");
    assertEquals(CommandRunner.DONE, run.exitCode(), run.messages());
    assertTrue(run.messages().contains("[VALUE_DATA]"), run.messages());
    assertTrue(Files.exists(output));
  }
}
