package dev.profdata.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.kernel.KernelProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is missing is told apart, with what to do about it. */
class KernelDiagnosisTest {
  private static final String ALL_ON = "CONFIG_DEBUG_FS=y\nCONFIG_PGO_CLANG=y\n";
  private static final String NO_COUNTERS =
      "CONFIG_DEBUG_FS=y\n# CONFIG_PGO_CLANG is not set\nCONFIG_PGO_CLANG_HELP=y\n";
  private static final String NO_DEBUGFS =
      "# CONFIG_DEBUG_FS is not set\nCONFIG_DEBUG_FS_ALLOW_ALL=y\nCONFIG_PGO_CLANG=y\n";

  @TempDir private Path root = Path.of("");
  private FakeKernel kernel = new FakeKernel(KernelPaths.ofThisMachine());

  @BeforeEach
  void makeKernel() throws IOException {
    kernel = FakeKernel.at(root);
  }

  private void assertProblem(Kind kind, String... words) {
    List<KernelProblem> problems = kernel.status().problems();
    assertEquals(List.of(kind), problems.stream().map(KernelProblem::kind).toList());
    for (String word : words) {
      assertTrue(problems.get(0).sentence().contains(word), problems.toString());
    }
    assertFalse(kernel.status().canCapture());
    KernelUnavailableException thrown =
        assertThrows(KernelUnavailableException.class, () -> kernel.profiles().capture());
    assertEquals(problems, thrown.problems());
    assertThrows(KernelUnavailableException.class, () -> kernel.profiles().reset());
  }

  @Test
  void debugfsThatIsNotMountedComesWithTheCommand() throws IOException {
    kernel.mount();
    assertProblem(Kind.DEBUG_FS_NOT_MOUNTED, "mount -t debugfs none " + kernel.paths().debugfs());
  }

  @Test
  void debugfsThatIsMountedElsewhereIsNamedWithoutEscapes() throws IOException {
    kernel.mount("/mnt/de\\040bug\\134s");
    assertProblem(Kind.DEBUG_FS_NOT_MOUNTED, "mounted at /mnt/de bug\\s and not");
  }

  @Test
  void aLinkToTheMountIsTheMount() throws IOException {
    kernel.packedConfig(ALL_ON);
    Path link = Files.createSymbolicLink(root.resolve("d"), kernel.paths().debugfs());
    kernel = new FakeKernel(kernel.paths().withDebugfs(link));
    assertProblem(Kind.NO_PROFILES, link.toString());
  }

  @Test
  void thePackedConfigurationTellsThatDebugfsIsOff() throws IOException {
    kernel.mount();
    kernel.packedConfig(NO_DEBUGFS);
    assertProblem(Kind.DEBUG_FS_OFF, "config.gz", "CONFIG_DEBUG_FS=y");
  }

  @Test
  void aKernelThatDoesNotListDebugfsWasBootedWithoutIt() throws IOException {
    kernel.mount();
    kernel.proc("filesystems", "nodev\tproc\n");
    assertProblem(Kind.DEBUG_FS_OFF, "debugfs=off");
  }

  @Test
  void theInstalledConfigurationTellsThatCountersAreOff() throws IOException {
    kernel.installedConfig(NO_COUNTERS);
    assertProblem(Kind.INSTRUMENTATION_OFF, "config-6.1.0-pgo", "CONFIG_PGO_CLANG=y");
  }

  @Test
  void theRunningKernelIsBelievedBeforeTheInstalledOne() throws IOException {
    kernel.packedConfig(ALL_ON);
    kernel.installedConfig(NO_COUNTERS);
    assertProblem(Kind.NO_PROFILES, "dmesg");
  }

  @Test
  void aDamagedConfigurationIsNoConfiguration() throws IOException {
    kernel.proc("config.gz", "not packed at all");
    kernel.installedConfig(NO_COUNTERS);
    assertProblem(Kind.INSTRUMENTATION_OFF, "config-6.1.0-pgo");
  }

  @Test
  void coverageCountsAsCounters() throws IOException {
    kernel.packedConfig("CONFIG_DEBUG_FS=y\nCONFIG_LLVM_COV_KERNEL=y\n");
    assertProblem(Kind.NO_PROFILES);
  }

  @Test
  void anUnknownConfigurationIsSaidToBeUnknown() {
    assertProblem(Kind.CONFIG_UNKNOWN, "config.gz", "config-6.1.0-pgo");
  }

  @Test
  void aMachineWithoutProcIsNoLinux() throws IOException {
    Files.delete(kernel.paths().proc().resolve("mounts"));
    assertProblem(Kind.NO_PROC, "no Linux");
  }

  @Test
  void aFolderThatCannotBeReadSaysWhy() throws IOException {
    kernel.installedConfig(ALL_ON);
    Path loop = kernel.paths().debugfs().resolve("pgo");
    Files.createSymbolicLink(loop, loop);
    assertProblem(Kind.NO_PERMISSION, loop + " cannot be read: ");
  }

  @Test
  void severalProblemsAreToldAtOnce() throws IOException {
    kernel.mount();
    kernel.packedConfig(NO_COUNTERS);
    assertEquals(
        List.of(Kind.DEBUG_FS_NOT_MOUNTED, Kind.INSTRUMENTATION_OFF),
        kernel.status().problems().stream().map(KernelProblem::kind).toList());
  }

  @Test
  void nothingElseMattersWhereProfilesAreFound() throws IOException {
    kernel.mount();
    kernel.packedConfig(NO_DEBUGFS);
    kernel.debugfs("pgo/vmlinux.profraw", "");
    kernel.debugfs("pgo/reset", "");
    assertEquals(List.of(), kernel.status().problems());
    assertTrue(kernel.status().canCapture());
    assertTrue(kernel.status().canReset());
  }
}
