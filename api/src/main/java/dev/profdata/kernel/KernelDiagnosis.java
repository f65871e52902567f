package dev.profdata.kernel;

import dev.profdata.kernel.KernelProblem.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what is missing, as far as the files of the kernel do not speak for themselves. */
final class KernelDiagnosis {
  private static final String DEBUG_FS = "CONFIG_DEBUG_FS";
  private static final String PGO_CLANG = "CONFIG_PGO_CLANG";
  private static final String LLVM_COV = "CONFIG_LLVM_COV_KERNEL";

  private final KernelPaths paths;
  private final KernelFiles files;
  private final ProcFiles proc;
  private final List<KernelProblem> problems = new ArrayList<>();

  private KernelDiagnosis(KernelPaths paths, KernelFiles files) {
    this.paths = paths;
    this.files = files;
    this.proc = new ProcFiles(paths.proc());
  }

  static List<KernelProblem> of(KernelPaths paths, KernelFiles files) {
    KernelDiagnosis diagnosis = new KernelDiagnosis(paths, files);
    if (files.profiles().isEmpty()) {
      diagnosis.explainAbsence();
    } else {
      diagnosis.checkRights();
    }
    return diagnosis.problems;
  }

  private void checkRights() {
    files.profiles().stream()
        .map(KernelProfileFile::path)
        .filter(path -> Files.exists(path) && !Files.isReadable(path))
        .findFirst()
        .ifPresent(path -> add(Kind.NO_PERMISSION, forbidden(path, "read")));
    if (files.resets().isEmpty()) {
      add(
          Kind.NO_RESET,
          "this kernel has no file that clears its counters: only booting it again does");
    }
    files.resets().stream()
        .filter(path -> !Files.isWritable(path))
        .findFirst()
        .ifPresent(path -> add(Kind.NO_RESET, forbidden(path, "written")));
  }

  private String forbidden(Path path, String what) {
    return proc.actsAsRoot()
        ? "%s may not be %s even by root: look for kernel lockdown, SELinux, AppArmor or a container"
            .formatted(path, what)
        : "%s may not be %s by this user: run this as root, for example with sudo"
            .formatted(path, what);
  }

  private void explainAbsence() {
    if (!proc.exist()) {
      add(
          Kind.NO_PROC,
          "%s cannot be read: this is no Linux, or proc is not mounted there"
              .formatted(paths.proc().resolve("mounts")));
      return;
    }
    Optional<KernelConfig> config = KernelConfig.read(paths);
    checkDebugfs(config);
    checkInstrumentation(config);
  }

  private void checkDebugfs(Optional<KernelConfig> config) {
    Optional<KernelConfig> without = config.filter(known -> !known.isOn(DEBUG_FS));
    if (without.isPresent()) {
      add(
          Kind.DEBUG_FS_OFF,
          "the kernel was built without debugfs (%s is off in %s): build it with %s=y"
              .formatted(DEBUG_FS, without.get().source(), DEBUG_FS));
    } else if (!proc.mayHaveDebugfs()) {
      add(
          Kind.DEBUG_FS_OFF,
          "the kernel offers no debugfs (%s does not list it): build it with %s=y, and do not boot"
                  .formatted(paths.proc().resolve("filesystems"), DEBUG_FS)
              + " it with debugfs=off");
    } else if (!files.failures().isEmpty()) {
      checkFailure(files.failures().get(0));
    } else {
      checkMount();
    }
  }

  private void checkFailure(KernelFiles.Failure failure) {
    String sentence =
        failure.cause() instanceof AccessDeniedException
            ? forbidden(failure.folder(), "read")
            : "%s cannot be read: %s".formatted(failure.folder(), reason(failure.cause()));
    add(Kind.NO_PERMISSION, sentence);
  }

  private static String reason(IOException cause) {
    return cause instanceof FileSystemException known && known.getReason() != null
        ? known.getReason()
        : cause.toString();
  }

  private void checkMount() {
    List<String> mounts = proc.debugfsMounts();
    if (mounts.stream().anyMatch(this::isOurs)) {
      return;
    }
    if (mounts.isEmpty()) {
      add(
          Kind.DEBUG_FS_NOT_MOUNTED,
          "debugfs is not mounted at %s: as root, run: mount -t debugfs none %s"
              .formatted(paths.debugfs(), paths.debugfs()));
    } else {
      add(
          Kind.DEBUG_FS_NOT_MOUNTED,
          "debugfs is mounted at %s and not at %s: look for it there"
              .formatted(mounts.get(0), paths.debugfs()));
    }
  }

  /** Compares what is at the end of symbolic links, such as Android's {@code /d}. */
  private boolean isOurs(String mount) {
    try {
      return mount.equals(paths.debugfs().toString())
          || Files.isSameFile(Path.of(mount), paths.debugfs());
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  private void checkInstrumentation(Optional<KernelConfig> config) {
    boolean reachable = problems.isEmpty();
    if (config.isPresent() && !config.get().isOn(PGO_CLANG) && !config.get().isOn(LLVM_COV)) {
      add(
          Kind.INSTRUMENTATION_OFF,
          "the kernel was built without counters (neither %s nor %s is on in %s): build it with"
                  .formatted(PGO_CLANG, LLVM_COV, config.get().source())
              + " clang, one of the patches and %s=y".formatted(PGO_CLANG));
    } else if (reachable && config.isEmpty()) {
      List<Path> candidates = KernelConfig.candidates(paths);
      add(
          Kind.CONFIG_UNKNOWN,
          "there is neither pgo nor llvm-cov in %s; whether the kernel was built with %s is not"
                  .formatted(paths.debugfs(), PGO_CLANG)
              + " known, as neither %s nor %s can be read"
                  .formatted(candidates.get(0), candidates.get(1)));
    } else if (reachable) {
      add(
          Kind.NO_PROFILES,
          "the kernel was built with counters, but there is neither pgo nor llvm-cov in %s: look"
                  .formatted(paths.debugfs())
              + " for pgo or llvm-cov in the output of dmesg");
    }
  }

  private void add(Kind kind, String sentence) {
    problems.add(new KernelProblem(kind, sentence));
  }
}
