package dev.profdata.cli;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.profdata.tck.corpus.KernelSample;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder that looks like the root of a machine with an instrumented kernel. */
record KernelRoot(Path root) {
  /** Makes a machine whose files say that they are mounted, and that this is not root's process. */
  static KernelRoot at(Path root) throws IOException {
    KernelRoot kernel = new KernelRoot(root);
    Files.createDirectories(kernel.pgo());
    Files.createDirectories(root.resolve("proc/self"));
    Files.writeString(
        root.resolve("proc/mounts"), "debugfs %s debugfs rw 0 0\n".formatted(kernel.debugfs()));
    Files.writeString(root.resolve("proc/self/status"), "Uid:\t1000\t1000\t1000\t1000\n");
    Files.writeString(kernel.reset(), "0");
    return kernel;
  }

  Path debugfs() {
    return root.resolve("sys/kernel/debug");
  }

  Path pgo() {
    return debugfs().resolve("pgo");
  }

  Path reset() {
    return pgo().resolve("reset");
  }

  Path profile(String name, byte[] content) throws IOException {
    return Files.write(pgo().resolve(name), content);
  }

  /**
   * Lets a named pipe stand for a file of debugfs: it says that it is empty, and gives its content
   * to the first reader; a second one would wait for ever. Skips the test where none can be made.
   */
  void readOnce(String name, byte[] content) throws IOException, InterruptedException {
    Path pipe = pgo().resolve(name);
    try {
      int made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
      assumeTrue(made == 0, "mkfifo failed");
    } catch (IOException e) {
      abort("there is no mkfifo");
    }
    Thread server = new Thread(() -> serve(pipe, content), "debugfs");
    server.setDaemon(true);
    server.start();
  }

  private static void serve(Path pipe, byte[] content) {
    try (OutputStream stream = Files.newOutputStream(pipe)) {
      stream.write(content);
    } catch (IOException e) {
      // The reader went away; the test that reads says so better.
    }
  }

  /** Returns the arguments of a kernel command on this machine. */
  String[] arguments(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of("kernel", command, "--root", root.toString()));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  ToolRun run(String command, String... more) {
    return ToolRun.of(arguments(command, more));
  }

  static byte[] sample(String file) throws IOException {
    return KernelSample.all().stream()
        .filter(sample -> sample.file().equals(file))
        .findFirst()
        .orElseThrow()
        .unpack();
  }
}
