package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kernel commands say, and how they end. */
class KernelCommandTest {
  @TempDir private Path folder = Path.of("");
  private KernelRoot kernel = new KernelRoot(folder);

  @BeforeEach
  void makeKernel() throws IOException {
    kernel = KernelRoot.at(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kernel", "kernel status", "kernel reset", "kernel capture"})
  void everyCommandExplainsItselfWithAnExample(String command) {
    ToolRun run = ToolRun.of((command + " --help").split(" "));
    assertEquals(CommandRunner.DONE, run.exitCode());
    assertTrue(run.text().contains("Example: profdata " + command), run.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kernel",
        "kernel unknown",
        "kernel status x",
        "kernel reset x",
        "kernel capture --watch=0",
        "kernel capture --watch=often",
        "kernel capture --times=2",
        "kernel capture --watch=1 --times=2 -- true",
        "kernel capture -o - -- true",
        "kernel capture -o - --watch=1",
      })
  void wrongArgumentsAreToldApartFromFailures(String line) {
    ToolRun run = ToolRun.of(line.split(" "));
    assertEquals(CommandRunner.WRONG_USAGE, run.exitCode(), run.messages());
    assertTrue(run.messages().startsWith("error: "), run.messages());
  }

  @Test
  void anUnknownReleaseIsFoundBeforeTheCommandRuns() throws IOException {
    kernel.profile("vmlinux.profraw", new byte[0]);
    ToolRun run =
        kernel.run("capture", "--llvm=7", "--", "touch", folder.resolve("ran").toString());
    assertEquals(CommandRunner.WRONG_USAGE, run.exitCode(), run.messages());
    assertFalse(Files.exists(folder.resolve("ran")));
  }

  @Test
  void statusListsWhatIsThere() throws IOException {
    Path vmlinux = kernel.profile("vmlinux.profraw", new byte[0]);
    Path module = kernel.profile("ext4.profraw", new byte[0]);
    ToolRun run = kernel.run("status");
    assertEquals(CommandRunner.DONE, run.exitCode());
    assertEquals(
        """
        kernel:   RELEASE
        debugfs:  DEBUGFS
        profile:  VMLINUX (vmlinux; clang PGO)
        profile:  MODULE (module ext4; clang PGO)
        reset:    RESET
        """
            .replace("RELEASE", System.getProperty("os.version"))
            .replace("DEBUGFS", kernel.debugfs().toString())
            .replace("VMLINUX", vmlinux.toString())
            .replace("MODULE", module.toString())
            .replace("RESET", kernel.reset().toString()),
        run.text());
  }

  @Test
  void everyCommandFailsWithWhatIsMissing() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    String problem =
        "debugfs is mounted at %s and not at %s: look for it there"
            .formatted(kernel.debugfs(), elsewhere);
    ToolRun status = kernel.run("status", "--debugfs", elsewhere.toString());
    assertEquals(CommandRunner.FAILED, status.exitCode());
    assertTrue(status.text().endsWith("problem:  " + problem + "\n"), status.text());

    for (String command : Arrays.asList("reset", "capture")) {
      ToolRun run = kernel.run(command, "--debugfs", elsewhere.toString());
      assertEquals(CommandRunner.FAILED, run.exitCode());
      assertEquals("error: " + problem, run.messages().strip());
    }
  }

  @Test
  void resetWritesOneAndSaysWhere() throws IOException {
    kernel.profile("vmlinux.profraw", new byte[0]);
    ToolRun run = kernel.run("reset");
    assertEquals(CommandRunner.DONE, run.exitCode(), run.messages());
    assertEquals("1", Files.readString(kernel.reset()));
    assertEquals("cleared through " + kernel.reset(), run.messages().strip());
  }
}
