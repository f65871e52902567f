package dev.profdata.kernel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** A folder that looks like the root of a machine with a kernel, as far as a test wants it to. */
record FakeKernel(KernelPaths paths) {
  private static final String RELEASE = "6.1.0-pgo";

  /** Makes a machine that has debugfs mounted and says nothing of its configuration. */
  static FakeKernel at(Path root) throws IOException {
    FakeKernel kernel =
        new FakeKernel(
            new KernelPaths(
                root.resolve("debug"), root.resolve("proc"), root.resolve("boot"), RELEASE));
    kernel.write(
        kernel.paths.proc().resolve("filesystems"), "nodev\tproc\nnodev\tdebugfs\n\text4\n");
    kernel.write(kernel.paths.proc().resolve("self/status"), "Name:\tjava\nUid:\t0\t0\t0\t0\n");
    Files.createDirectories(kernel.paths.debugfs());
    kernel.mount(kernel.paths.debugfs().toString());
    return kernel;
  }

  KernelProfiles profiles() {
    return KernelProfiles.at(paths);
  }

  KernelStatus status() {
    return profiles().status();
  }

  /** Puts a file below debugfs. */
  Path debugfs(String name, String content) throws IOException {
    return write(paths.debugfs().resolve(name), content);
  }

  /** Puts a file below {@code /proc}. */
  Path proc(String name, String content) throws IOException {
    return write(paths.proc().resolve(name), content);
  }

  /** Lets {@code /proc/mounts} say that debugfs is at these folders and nowhere else. */
  void mount(String... folders) throws IOException {
    proc(
        "mounts",
        Stream.of(folders)
            .map(folder -> "debugfs %s debugfs rw,relatime 0 0\n".formatted(folder))
            .collect(Collectors.joining("", "proc /proc proc rw 0 0\n", "")));
  }

  /** Lets the kernel itself tell its configuration. */
  void packedConfig(String text) throws IOException {
    try (OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(paths.proc().resolve("config.gz")))) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Puts the configuration beside the installed kernel. */
  void installedConfig(String text) throws IOException {
    write(paths.boot().resolve("config-" + RELEASE), text);
  }

  private Path write(Path file, String content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return Files.writeString(file, content);
  }
}
