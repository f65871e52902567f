package dev.profdata.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The profiles of the running Linux kernel: what there is, clearing it, copying it.
 *
 * <pre>{@code
 * KernelProfiles kernel = KernelProfiles.ofThisMachine();
 * kernel.reset();
 * runWorkload();
 * try (ProfileMerger merger = Profiles.merger()) {
 *   kernel.capture().addTo(merger);
 *   merger.writeTo(Path.of("vmlinux.profdata"), ProfileFormat.indexedFor(LlvmRelease.of(16)));
 * }
 * }</pre>
 *
 * <p>Keeps nothing between calls; may be used by several threads at once.
 *
 * @since 0.1
 */
public final class KernelProfiles {
  /** Anything would do for the published patches; this is what their documentation writes. */
  private static final byte[] ONE = "1".getBytes(StandardCharsets.US_ASCII);

  private final KernelPaths paths;

  private KernelProfiles(KernelPaths paths) {
    this.paths = paths;
  }

  /** Returns the profiles of this machine's kernel, at the usual places. */
  public static KernelProfiles ofThisMachine() {
    return at(KernelPaths.ofThisMachine());
  }

  /** Returns the profiles of a kernel that shows itself at other places. */
  public static KernelProfiles at(KernelPaths paths) {
    return new KernelProfiles(paths);
  }

  /** Looks what there is and what is missing. Opens no profile and changes nothing. */
  public KernelStatus status() {
    KernelFiles files = KernelFiles.find(paths);
    return new KernelStatus(
        paths, files.profiles(), files.resets(), KernelDiagnosis.of(paths, files));
  }

  /**
   * Clears the counters of the kernel and its modules.
   *
   * <p>The early patches clear the counters only; values that were seen keep their counts.
   *
   * @return the files that were written to for that
   * @throws KernelUnavailableException if something that is needed is missing
   * @throws IOException if a file cannot be written to
   */
  public List<Path> reset() throws IOException {
    KernelStatus status = status();
    if (!status.canReset()) {
      throw new KernelUnavailableException(status.problems());
    }
    for (Path reset : status.resets()) {
      Files.write(reset, ONE, StandardOpenOption.WRITE);
    }
    return status.resets();
  }

  /**
   * Copies the profiles of the kernel and its modules as they are now; opens each file once.
   *
   * @throws KernelUnavailableException if something that is needed is missing
   * @throws IOException if a file cannot be read
   */
  public KernelCapture capture() throws IOException {
    KernelStatus status = status();
    if (!status.canCapture()) {
      throw new KernelUnavailableException(status.problems());
    }
    List<CapturedFile> copies = new ArrayList<>();
    List<KernelProfileFile> vanished = new ArrayList<>();
    for (KernelProfileFile file : status.profiles()) {
      try {
        copies.add(CapturedFile.copy(file));
      } catch (NoSuchFileException e) {
        if (!file.isModule()) {
          throw e;
        }
        vanished.add(file);
      }
    }
    return new KernelCapture(copies, vanished);
  }
}
