package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code order} prints, beside what LLVM's tools of these releases printed. */
class OrderCommandTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "17, llvm-17",
    "18, llvm-18",
    "19, llvm-19",
    "21, llvm-21",
    "22, llvm-21",
    "23, llvm-21",
    "19, llvm-19-test-1",
    "21, llvm-21-test-1",
    "22, llvm-21-test-1",
    "23, llvm-21-test-1",
  })
  void theListIsThatOfLlvm(int release, String expected) throws IOException {
    String tests = expected.endsWith("test-1") ? "1" : "";
    ToolRun run = run(release, tests);
    assertEquals(Samples.text("order/" + expected + ".txt"), run.text(), run.messages());
    assertEquals(CommandRunner.DONE, run.exitCode());
  }

  private ToolRun run(int release, String testTraces) throws IOException {
    String file = Samples.copy(Samples.ORDER, folder);
    return testTraces.isEmpty()
        ? ToolRun.of("order", "--llvm=" + release, file)
        : ToolRun.of("order", "--llvm=" + release, "-num-test-traces", testTraces, file);
  }

  @Test
  void release17TellsTheNumberBesideTheList() throws IOException {
    assertEquals("note: # Ordered 65 functions\n", run(17, "").messages());
    assertEquals("", run(18, "").messages());
  }

  @Test
  void theListGoesToAFile() throws IOException {
    String file = Samples.copy(Samples.ORDER, folder);
    Path list = folder.resolve("list");
    assertEquals("", ToolRun.of("order", file, "-o", list.toString()).text());
    assertEquals(Samples.text("order/llvm-21.txt"), Files.readString(list, StandardCharsets.UTF_8));
  }

  @Test
  void aListDoesNotReplaceItsProfile() throws IOException {
    String file = Samples.copy(Samples.ORDER, folder);
    ToolRun run = ToolRun.of("order", file, "-o", file);
    assertEquals(CommandRunner.FAILED, run.exitCode());
    assertEquals(Samples.text(Samples.ORDER), Files.readString(Path.of(file)));
  }

  @Test
  void someTracesMustBeLeftToOrderFor() throws IOException {
    ToolRun run = run(23, "4");
    assertEquals(CommandRunner.FAILED, run.exitCode());
    assertEquals(
        "error: --num-test-traces must be smaller than the total number of traces: expected: < 4,"
            + " actual: 4\n",
        run.messages());
  }

  @Test
  void whatAReleaseLacksFailsAsThere() throws IOException {
    for (ToolRun run : new ToolRun[] {run(16, ""), run(18, "1")}) {
      assertEquals(CommandRunner.FAILED, run.exitCode());
      assertEquals("error: Unknown command", run.messages().substring(0, 22));
    }
  }

  @Test
  void aDamagedProfileIsNotOrdered() throws IOException {
    Path list = folder.resolve("list");
    ToolRun run = ToolRun.of("order", Samples.copy(Samples.DAMAGED, folder), "-o", list.toString());
    assertEquals(CommandRunner.FAILED, run.exitCode());
    assertFalse(Files.exists(list));
  }
}
