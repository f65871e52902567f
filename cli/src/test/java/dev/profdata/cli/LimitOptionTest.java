package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitOptionTest {
  @TempDir private Path folder = Path.of("");

  private ToolRun run(String command, String... limits) throws IOException {
    String file = Samples.copy(command.startsWith("order") ? Samples.ORDER : Samples.IR, folder);
    List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
    words.addAll(List.of(limits));
    words.add(file);
    if (command.equals("overlap") || command.equals("report")) {
      words.add(file);
    }
    if (!List.of("overlap", "show", "check", "info").contains(command)) {
      words.addAll(List.of("-o", folder.resolve("out").toString()));
    }
    return ToolRun.of(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "merge",
        "show",
        "order",
        "overlap",
        "convert --to=text",
        "report",
        "info",
        "check"
      })
  void everyCommandThatReadsKeepsToTheLimits(String command) throws IOException {
    ToolRun refused = run(command, "--limit=name-bytes=1");
    assertEquals(CommandRunner.FAILED, refused.exitCode(), command);
    String said = refused.messages() + refused.text();
    assertTrue(said.contains("maxNameBytes is 1; raise it with --limit=name-bytes=N"), said);
    ToolRun fits = run(command, "--limit=name-bytes=1", "--limit=name-bytes=1M");
    assertEquals(CommandRunner.DONE, fits.exitCode(), command + fits.messages());
  }

  @ParameterizedTest
  @ValueSource(strings = {"names=1", "functions", "functions=0", "functions=x", "counters=9g9"})
  void whatIsNoLimitIsWrongUsage(String limit) throws IOException {
    assertEquals(CommandRunner.WRONG_USAGE, run("show", "--limit=" + limit).exitCode());
  }

  @Test
  void aNumberTooLargeForItsUnitIsWrongUsage() throws IOException {
    assertEquals(
        CommandRunner.WRONG_USAGE, run("show", "--limit=counters=9999999999999g").exitCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"vmlinux.profraw", "vmlinux.0.profraw vmlinux.1.profraw"})
  void aCaptureKeepsToTheLimits(String files) throws IOException {
    KernelRoot kernel = KernelRoot.at(folder);
    for (String file : files.split(" ", -1)) {
      kernel.profile(file, KernelRoot.sample("v8r-clang16-idle.profraw.gz"));
    }
    String target = folder.resolve("out").toString();
    for (String how : List.of("--llvm=16", "--raw")) {
      ToolRun refused = kernel.run("capture", how, "-o", target, "--limit=functions=2");
      assertEquals(CommandRunner.FAILED, refused.exitCode(), how);
      String said = refused.messages();
      assertTrue(said.contains("maxFunctions is 2; raise it with --limit=functions=N"), said);
      assertTrue(Files.notExists(Path.of(target)), how);
      ToolRun fits = kernel.run("capture", how, "-o", target, "--limit=functions=1m");
      assertEquals(CommandRunner.DONE, fits.exitCode(), how + fits.messages());
      Files.delete(Path.of(target));
    }
  }
}
