package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files without rights, in a process that rights bind: root's gives up its privilege to override
 * them, by setpriv of util-linux.
 */
class KernelRightsTest {
  private static final List<String> BOUND_BY_RIGHTS =
      List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");

  @TempDir private Path folder = Path.of("");
  private KernelRoot kernel = new KernelRoot(folder);
  private final List<Path> forbidden = new ArrayList<>();

  @BeforeEach
  void makeKernel() throws IOException {
    kernel = KernelRoot.at(folder);
    kernel.profile("vmlinux.profraw", KernelRoot.sample("v7-clang13-w1.profraw.gz"));
  }

  @AfterEach
  void giveRightsBack() throws IOException {
    for (Path path : forbidden) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private Path forbid(Path path) throws IOException {
    forbidden.add(path);
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
  }

  /** Returns exit code and output of a command in a process of its own. */
  private String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (Files.isReadable(forbidden.get(0))) {
      command.addAll(BOUND_BY_RIGHTS);
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + output;
  }

  private void assumeRightsCanBind() throws InterruptedException {
    if (!Files.isReadable(forbidden.get(0))) {
      return;
    }
    try {
      List<String> command = new ArrayList<>(BOUND_BY_RIGHTS);
      command.addAll(List.of("test", "-r", forbidden.get(0).toString()));
      int readable = new ProcessBuilder(command).start().waitFor();
      assumeTrue(readable == 1, "setpriv cannot take root's privileges away here");
    } catch (IOException e) {
      abort("root is not bound by rights, and there is no setpriv");
    }
  }

  @Test
  void aProfileThatMayNotBeReadIsNamed() throws Exception {
    Path profile = forbid(kernel.pgo().resolve("vmlinux.profraw"));
    assumeRightsCanBind();
    String advice =
        profile + " may not be read by this user: run this as root, for example with sudo\n";
    assertEquals("1 error: " + advice, run(kernel.arguments("capture")));
  }

  @Test
  void aFolderThatMayNotBeReadIsNotTakenForAbsent() throws Exception {
    forbid(kernel.debugfs());
    assumeRightsCanBind();
    String advice =
        kernel.pgo() + " may not be read by this user: run this as root, for example with sudo\n";
    assertEquals("1 error: " + advice, run(kernel.arguments("capture")));
  }

  @Test
  void rootIsNotToldToBecomeRoot() throws Exception {
    Files.writeString(folder.resolve("proc/self/status"), "Uid:\t1000\t0\t0\t0\n");
    Path profile = forbid(kernel.pgo().resolve("vmlinux.profraw"));
    assumeRightsCanBind();
    assertEquals(
        "1 error: %s may not be read even by root: look for kernel lockdown, SELinux, AppArmor or a"
                .formatted(profile)
            + " container\n",
        run(kernel.arguments("capture")));
  }

  @Test
  void aResetFileThatMayNotBeWrittenPreventsClearingOnly() throws Exception {
    Path reset = forbid(kernel.reset());
    assumeRightsCanBind();
    String advice =
        reset + " may not be written by this user: run this as root, for example with sudo\n";
    assertEquals("1 error: " + advice, run(kernel.arguments("reset")));
    String captured =
        run(kernel.arguments("capture", "-o", folder.resolve("vmlinux.profdata").toString()));
    assertEquals("0", captured.substring(0, 1), captured);
  }
}
