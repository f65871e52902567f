package dev.profdata.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.profdata.kernel.KernelProblem.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of every patch are found, cleared and copied. */
class KernelProfilesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LARGE = 3_000_001;

  @TempDir private Path root = Path.of("");
  private FakeKernel kernel = new FakeKernel(KernelPaths.ofThisMachine());

  @BeforeEach
  void makeKernel() throws IOException {
    kernel = FakeKernel.at(root);
  }

  private static byte[] bytes(KernelCapture capture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    capture.writeRaw(out);
    assertTrue(out.size() >= capture.bytes());
    return out.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "pgo/profraw, PGO_UNNAMED, vmlinux, -1",
    "pgo/vmlinux.profraw, PGO, vmlinux, -1",
    "pgo/nf_tables.profraw, PGO, nf_tables, -1",
    "pgo/vmlinux.12.profraw, PGO_PER_CPU, vmlinux, 12",
    "pgo/ext4.0.profraw, PGO_PER_CPU, ext4, 0",
    "llvm-cov/profraw, LLVM_COV, vmlinux, -1",
  })
  void theNameTellsPatchAndImageAndCpu(String name, KernelDialect dialect, String image, int cpu)
      throws IOException {
    Path path = kernel.debugfs(name, "");
    KernelProfileFile file = kernel.status().profiles().get(0);
    assertEquals(path, file.path());
    assertEquals(dialect, file.dialect());
    assertEquals(image, file.image());
    assertEquals(cpu, file.cpu().orElse(-1));
  }

  @Test
  void theKernelComesBeforeItsModulesAndCpusByNumber() throws IOException {
    List<String> order =
        List.of("vmlinux.0.profraw", "vmlinux.9.profraw", "vmlinux.10.profraw", "ext4.0.profraw");
    for (String name : List.of(order.get(3), order.get(2), order.get(1), order.get(0), "reset")) {
      kernel.debugfs("pgo/" + name, "");
    }
    assertEquals(
        order,
        kernel.status().profiles().stream()
            .map(file -> file.path().getFileName().toString())
            .toList());
  }

  @Test
  void noCounterIsCapturedTwice() throws IOException {
    kernel.proc("pgo/vmlinux.profraw", "");
    assertEquals(
        List.of(kernel.paths().proc().resolve("pgo/vmlinux.profraw")),
        kernel.status().profiles().stream().map(KernelProfileFile::path).toList());

    kernel.debugfs("pgo/profraw", "");
    Path named = kernel.debugfs("pgo/vmlinux.profraw", "");
    assertEquals(
        List.of(named), kernel.status().profiles().stream().map(KernelProfileFile::path).toList());
  }

  @Test
  void aFileWithoutSizeIsOpenedOnceAndReadToItsEnd() throws Exception {
    byte[] content = new byte[LARGE];
    new Random(1).nextBytes(content);
    Path fifo = Fifo.serve(kernel.paths().debugfs().resolve("pgo/vmlinux.profraw"), content);
    assertEquals(0, Files.size(fifo));
    KernelCapture capture = assertTimeoutPreemptively(PATIENCE, () -> kernel.profiles().capture());
    assertEquals(LARGE, capture.bytes());
    assertArrayEquals(content, bytes(capture));
    assertArrayEquals(content, bytes(capture), "again, from memory");
  }

  @Test
  void aFileOfProcIsReadToItsEnd() throws IOException {
    Path real = Path.of("/proc/filesystems");
    assumeTrue(Files.isReadable(real) && Files.size(real) == 0, "no /proc here");
    Path link = kernel.paths().debugfs().resolve("pgo/vmlinux.profraw");
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, real);
    try {
      assertArrayEquals(Files.readAllBytes(real), bytes(kernel.profiles().capture()));
    } finally {
      Files.delete(link);
    }
  }

  @Test
  void furtherFilesStartAtMultiplesOfEight() throws IOException {
    kernel.debugfs("pgo/vmlinux.profraw", "123456789");
    kernel.debugfs("pgo/a.profraw", "12345678");
    kernel.debugfs("pgo/b.profraw", "1");
    assertEquals(
        "123456789\0\0\0\0\0\0\0" + "12345678" + "1",
        new String(bytes(kernel.profiles().capture()), StandardCharsets.US_ASCII));
  }

  @Test
  void aModuleThatIsUnloadedMeanwhileIsLeftOutAndNamed() throws IOException {
    kernel.debugfs("pgo/vmlinux.profraw", "kernel");
    Path gone = kernel.paths().debugfs().resolve("pgo/ext4.profraw");
    Files.createSymbolicLink(gone, root.resolve("nowhere"));
    KernelCapture capture = kernel.profiles().capture();
    assertEquals(1, capture.files().size());
    assertEquals(List.of(gone), capture.vanished().stream().map(KernelProfileFile::path).toList());
  }

  @Test
  void resettingWritesOneToEveryResetFile() throws IOException {
    kernel.debugfs("pgo/vmlinux.profraw", "");
    Path reset = kernel.debugfs("pgo/reset", "");
    assertEquals(List.of(reset), kernel.profiles().reset());
    assertEquals("1", Files.readString(reset));
  }

  @Test
  void withoutAResetFileNoneIsMade() throws IOException {
    kernel.debugfs("pgo/vmlinux.0.profraw", "");
    assertTrue(kernel.status().canCapture());
    assertFalse(kernel.status().canReset());
    KernelUnavailableException thrown =
        assertThrows(KernelUnavailableException.class, () -> kernel.profiles().reset());
    assertEquals(Kind.NO_RESET, thrown.problems().get(0).kind());
    assertFalse(Files.exists(kernel.paths().debugfs().resolve("pgo/reset")));
  }
}
