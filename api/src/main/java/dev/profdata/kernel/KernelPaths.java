package dev.profdata.kernel;

import java.nio.file.Path;

/**
 * Where a running kernel shows itself.
 *
 * @param debugfs where the debug file system is mounted
 * @param proc where the file system of processes is mounted
 * @param boot where configurations of kernels are kept, as {@code config-RELEASE}
 * @param release the release of the running kernel, as {@code uname -r} prints it
 * @since 0.1
 */
public record KernelPaths(Path debugfs, Path proc, Path boot, String release) {
  /** Returns the usual places: {@code /sys/kernel/debug}, {@code /proc} and {@code /boot}. */
  public static KernelPaths ofThisMachine() {
    return below(Path.of("/"));
  }

  /**
   * Returns the usual places below another root, for example that of the host in a container.
   *
   * @param root the folder that stands for {@code /}
   */
  public static KernelPaths below(Path root) {
    return new KernelPaths(
        root.resolve("sys/kernel/debug"),
        root.resolve("proc"),
        root.resolve("boot"),
        System.getProperty("os.version", ""));
  }

  /** Returns these paths with another place of the debug file system. */
  public KernelPaths withDebugfs(Path folder) {
    return new KernelPaths(folder, proc, boot, release);
  }
}
