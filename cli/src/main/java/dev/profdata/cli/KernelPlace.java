package dev.profdata.cli;

import dev.profdata.kernel.KernelPaths;
import dev.profdata.kernel.KernelProfiles;
import dev.profdata.kernel.KernelUnavailableException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the kernel shows itself. */
final class KernelPlace {
  @Option(
      names = "--debugfs",
      paramLabel = "DIR",
      description = "Where debugfs is mounted (default: /sys/kernel/debug)")
  private @Nullable Path debugfs;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      defaultValue = "/",
      description = "Look for /sys, /proc and /boot below this folder (default: /)")
  private Path root = Path.of("/");

  KernelPlace() {}

  KernelProfiles profiles() {
    KernelPaths paths = KernelPaths.below(root);
    return KernelProfiles.at(debugfs == null ? paths : paths.withDebugfs(debugfs));
  }

  /** Says what is missing, a line for each problem, and returns the exit code. */
  static int unavailable(Terminal terminal, KernelUnavailableException failure) {
    failure.problems().forEach(problem -> terminal.error(problem.sentence()));
    return CommandRunner.FAILED;
  }
}
