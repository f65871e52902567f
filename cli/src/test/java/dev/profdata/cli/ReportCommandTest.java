package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void writesAPageToStandardOutputOrAFile() throws IOException {
    String file = Samples.copy(Samples.IR, folder);
    Path page = folder.resolve("report.html");
    ToolRun direct = ToolRun.of("report", file);
    assertEquals(CommandRunner.DONE, direct.exitCode(), direct.messages());
    assertTrue(direct.text().startsWith("<!DOCTYPE html>"));
    assertEquals(CommandRunner.DONE, ToolRun.of("report", "-o", page.toString(), file).exitCode());
    assertEquals(direct.text().length(), Files.size(page));
  }

  @Test
  void comparesTwoProfiles() throws IOException {
    String base = Samples.copy(Samples.IR, folder);
    String other = Samples.copy(Samples.OTHER_RUN, folder);
    String page = ToolRun.of("report", "--top=2", base, other).text();
    assertTrue(page.contains("Comparison of two profiles"));
    assertTrue(page.contains("No list has more than 2 rows."));
  }

  @Test
  void aDamagedProfileLeavesNoPage() throws IOException {
    Path page = folder.resolve("report.html");
    ToolRun run =
        ToolRun.of("report", "-o", page.toString(), Samples.copy(Samples.DAMAGED, folder));
    assertEquals(CommandRunner.FAILED, run.exitCode());
    assertFalse(Files.exists(page));
  }

  @Test
  void theProfileIsNotReplacedByItsPage() throws IOException {
    String file = Samples.copy(Samples.IR, folder);
    String before = Files.readString(Path.of(file));
    assertEquals(CommandRunner.FAILED, ToolRun.of("report", "-o", file, file).exitCode());
    assertEquals(before, Files.readString(Path.of(file)));
  }
}
