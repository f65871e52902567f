package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.Profiles;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ValueKind;
import dev.profdata.model.ValueSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is captured from a kernel is what a merge of the same bytes gives. */
class KernelCaptureTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String WORKLOAD = "v8r-clang16-w1.profraw.gz";
  private static final String IDLE = "v8r-clang16-idle.profraw.gz";
  private static final String EARLY = "v8r-clang16-w2_early.profraw.gz";
  private static final String OTHER_KERNEL = "v7-clang13-w1.profraw.gz";

  @TempDir private Path folder = Path.of("");
  private KernelRoot kernel = new KernelRoot(folder);
  private Path output = Path.of("");

  @BeforeEach
  void makeKernel() throws IOException {
    kernel = KernelRoot.at(folder);
    output = folder.resolve("vmlinux.profdata");
  }

  private ToolRun capture(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = "--llvm=16";
    all[1] = "-o";
    all[2] = output.toString();
    System.arraycopy(more, 0, all, 3, more.length);
    return assertTimeoutPreemptively(PATIENCE, () -> kernel.run("capture", all));
  }

  private byte[] merged(String... samples) throws IOException {
    String[] arguments = new String[samples.length + 2];
    arguments[0] = "merge";
    arguments[1] = "--llvm=16";
    for (int i = 0; i < samples.length; i++) {
      Path copy = folder.resolve("sample" + i);
      arguments[i + 2] = Files.write(copy, KernelRoot.sample(samples[i])).toString();
    }
    return ToolRun.of(arguments).bytes();
  }

  private static long ran(InstrProfile profile) {
    return profile
        .functions()
        .filter(function -> LongStream.of(function.counters()).anyMatch(counter -> counter != 0))
        .count();
  }

  @Test
  void filesThatCanBeReadOnceAreMergedAsLlvmWould() throws Exception {
    kernel.readOnce("vmlinux.profraw", KernelRoot.sample(WORKLOAD));
    kernel.readOnce("other.profraw", KernelRoot.sample(OTHER_KERNEL));
    ToolRun run = capture();
    assertEquals(CommandRunner.DONE, run.exitCode(), run.messages());
    assertArrayEquals(merged(WORKLOAD, OTHER_KERNEL), Files.readAllBytes(output));

    InstrProfile profile = Profiles.read(output);
    assertTrue(
        run.messages()
            .contains(
                "%s: %d of %d functions ran (%d bytes from 2 files)"
                    .formatted(
                        output,
                        ran(profile),
                        profile.functionCount(),
                        KernelRoot.sample(WORKLOAD).length
                            + KernelRoot.sample(OTHER_KERNEL).length)),
        run.messages());
  }

  @Test
  void surplusPaddingOfTheFirstPatchesIsReported() throws Exception {
    kernel.readOnce("profraw", KernelRoot.sample(EARLY));
    ToolRun run = capture();
    assertEquals(CommandRunner.DONE, run.exitCode(), run.messages());
    assertTrue(run.messages().contains("8 zero bytes too many"), run.messages());
  }

  @Test
  void rawBytesStayAsTheyAre() throws Exception {
    kernel.readOnce("vmlinux.profraw", KernelRoot.sample(EARLY));
    ToolRun run = capture("--raw");
    assertEquals(CommandRunner.DONE, run.exitCode(), run.messages());
    assertArrayEquals(KernelRoot.sample(EARLY), Files.readAllBytes(output));
  }

  @Test
  void rawBytesOfSeveralFilesAreImagesOfOneProfile() throws Exception {
    kernel.profile("vmlinux.profraw", KernelRoot.sample(WORKLOAD));
    kernel.profile("module.profraw", KernelRoot.sample(IDLE));
    assertEquals(CommandRunner.DONE, capture("--raw").exitCode());
    assertEquals(2, Profiles.read(output).images().size());
    assertArrayEquals(
        merged(WORKLOAD, IDLE), ToolRun.of("merge", "--llvm=16", output.toString()).bytes());
  }

  @Test
  void countersThatCpusShareAreCountedOnce() throws Exception {
    for (int cpu = 0; cpu < 3; cpu++) {
      kernel.readOnce("vmlinux.%d.profraw".formatted(cpu), KernelRoot.sample(WORKLOAD));
    }
    ToolRun run = capture();
    assertEquals(CommandRunner.DONE, run.exitCode(), run.messages());

    Files.write(folder.resolve("single"), merged(WORKLOAD));
    Iterator<FunctionRecord> single =
        Profiles.read(folder.resolve("single")).functions().iterator();
    long values = 0;
    for (FunctionRecord function : Profiles.read(output).functions().toList()) {
      FunctionRecord once = single.next();
      assertArrayEquals(once.counters(), function.counters(), once.toString());
      long before = sumOfValues(once);
      assertEquals(3 * before, sumOfValues(function), once.toString());
      values += before;
    }
    assertFalse(single.hasNext());
    assertTrue(values > 0);
  }

  private static long sumOfValues(FunctionRecord function) {
    return function.valueSites(ValueKind.INDIRECT_CALL_TARGET).stream()
        .flatMap(site -> site.values().stream())
        .mapToLong(ValueSite.Value::count)
        .sum();
  }

  @Test
  void countersAreClearedBeforeTheCommandAndCapturedBehindIt() throws IOException {
    Path vmlinux = kernel.profile("vmlinux.profraw", KernelRoot.sample(IDLE));
    Path later = Files.write(folder.resolve("later"), KernelRoot.sample(WORKLOAD));
    Path seen = folder.resolve("seen");
    ToolRun run =
        capture(
            "--reset",
            "--",
            "sh",
            "-c",
            "cp %s %s && cp %s %s && echo to-stdout && echo to-stderr >&2"
                .formatted(kernel.reset(), seen, later, vmlinux));
    assertEquals(CommandRunner.DONE, run.exitCode(), run.messages());
    assertEquals("1", Files.readString(seen));
    assertArrayEquals(merged(WORKLOAD), Files.readAllBytes(output));
    assertEquals("to-stdout\n", run.text());
    assertTrue(run.messages().startsWith("to-stderr\n"), run.messages());
  }

  @Test
  void aCommandThatFailsIsCapturedAndReported() throws IOException {
    kernel.profile("vmlinux.profraw", KernelRoot.sample(WORKLOAD));
    ToolRun run = capture("--", "sh", "-c", "exit 3");
    assertEquals(CommandRunner.FAILED, run.exitCode());
    assertTrue(run.messages().endsWith("error: sh ended with exit code 3\n"), run.messages());
    assertArrayEquals(merged(WORKLOAD), Files.readAllBytes(output));
  }

  @Test
  void whatACommandLeavesInTheBackgroundIsNotWaitedFor() throws IOException {
    kernel.profile("vmlinux.profraw", KernelRoot.sample(WORKLOAD));
    long start = System.nanoTime();
    ToolRun run = capture("--", "sh", "-c", "sleep 50 &");
    assertEquals(CommandRunner.DONE, run.exitCode(), run.messages());
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 40);
  }

  @Test
  void aCommandThatDoesNotExistIsAFailure() throws IOException {
    kernel.profile("vmlinux.profraw", KernelRoot.sample(WORKLOAD));
    ToolRun run = capture("--", "no-such-command");
    assertEquals(CommandRunner.FAILED, run.exitCode());
    assertTrue(run.messages().contains("no-such-command"), run.messages());
    assertFalse(Files.exists(output));
  }

  @Test
  void aMissingFolderIsFoundBeforeTheCommandRuns() throws IOException {
    kernel.profile("vmlinux.profraw", KernelRoot.sample(WORKLOAD));
    output = folder.resolve("nowhere/vmlinux.profdata");
    ToolRun run = capture("--", "touch", folder.resolve("ran").toString());
    assertEquals(CommandRunner.FAILED, run.exitCode());
    assertEquals(
        "error: %s: No such file or directory: make the folder %s"
            .formatted(output, folder.resolve("nowhere")),
        run.messages().strip());
    assertFalse(Files.exists(folder.resolve("ran")));
  }

  @Test
  void watchingCapturesWhileTheCommandRuns() throws IOException {
    Path vmlinux = kernel.profile("vmlinux.profraw", KernelRoot.sample(IDLE));
    Path later = Files.write(folder.resolve("later"), KernelRoot.sample(WORKLOAD));
    String waitForCaptureThenWork =
        "while [ ! -e %s ]; do sleep 0.05; done; cp %s %s".formatted(output, later, vmlinux);
    ToolRun run = capture("--watch=1", "--", "sh", "-c", waitForCaptureThenWork);
    assertEquals(CommandRunner.DONE, run.exitCode(), run.messages());
    assertTrue(run.messages().lines().filter(line -> line.contains("ran (")).count() >= 2);
    assertArrayEquals(merged(WORKLOAD), Files.readAllBytes(output));
  }

  @Test
  void watchingOutlivesACaptureThatFails() throws IOException {
    Path vmlinux = kernel.profile("vmlinux.profraw", KernelRoot.sample(WORKLOAD));
    Path away = folder.resolve("away");
    String hideForAWhile = "mv %s %s; sleep 3; mv %s %s".formatted(vmlinux, away, away, vmlinux);
    ToolRun run = capture("--watch=1", "--", "sh", "-c", hideForAWhile);
    assertEquals(CommandRunner.DONE, run.exitCode(), run.messages());
    assertTrue(run.messages().contains("warning: there is neither pgo"), run.messages());
    assertArrayEquals(merged(WORKLOAD), Files.readAllBytes(output));
  }

  @Test
  void watchingEndsAfterTheGivenTimes() throws IOException {
    kernel.profile("vmlinux.profraw", KernelRoot.sample(WORKLOAD));
    ToolRun run = capture("--watch=1", "--times=2");
    assertEquals(CommandRunner.DONE, run.exitCode(), run.messages());
    assertEquals(2, run.messages().lines().filter(line -> line.contains("ran (")).count());
  }

  @Test
  void withoutAFunctionNothingIsOverwritten() throws IOException {
    Files.writeString(output, "precious");
    kernel.profile("vmlinux.profraw", new byte[0]);
    ToolRun run = capture();
    assertEquals(CommandRunner.FAILED, run.exitCode());
    assertTrue(run.messages().contains("hold no function"), run.messages());
    assertEquals("precious", Files.readString(output));
  }

  @Test
  void damagedBytesAreAFailure() throws IOException {
    kernel.profile("vmlinux.profraw", "no profile at all".getBytes(StandardCharsets.UTF_8));
    ToolRun run = capture();
    assertEquals(CommandRunner.FAILED, run.exitCode());
    assertTrue(run.messages().contains("error: no profile can be merged"), run.messages());
    assertFalse(Files.exists(output));
  }
}
