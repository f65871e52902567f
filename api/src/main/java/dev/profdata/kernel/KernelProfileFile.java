package dev.profdata.kernel;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.OptionalInt;

/**
 * A file that holds a raw profile whenever it is opened.
 *
 * @param path where it is
 * @param dialect the patch that shows it
 * @param image what it counts in: {@code vmlinux} or the name of a module
 * @param cpu the CPU whose values it holds, empty if they are those of all CPUs
 * @since 0.1
 */
public record KernelProfileFile(Path path, KernelDialect dialect, String image, OptionalInt cpu) {
  static final String VMLINUX = "vmlinux";

  /** The kernel before its modules, these by name, and CPUs by number. */
  static final Comparator<KernelProfileFile> ORDER =
      Comparator.comparing(KernelProfileFile::isModule)
          .thenComparing(KernelProfileFile::image)
          .thenComparingInt(file -> file.cpu().orElse(0));

  /** Tells whether this is the file of a module, which vanishes when the module is unloaded. */
  public boolean isModule() {
    return !image.equals(VMLINUX);
  }
}
