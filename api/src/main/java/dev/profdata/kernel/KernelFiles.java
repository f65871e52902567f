package dev.profdata.kernel;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for the files of instrumented kernels. Opens none of them: opening makes the kernel copy
 * all its counters.
 */
final class KernelFiles {
  private static final String PGO = "pgo";
  private static final String LLVM_COV = "llvm-cov";
  private static final String UNNAMED = "profraw";
  private static final String RESET = "reset";

  /** Names of modules have no dots, so that what stands between two dots is a CPU. */
  private static final Pattern NAMED =
      Pattern.compile("(?<image>[^.]+)(?:\\.(?<cpu>[0-9]{1,9}))?\\.profraw");

  private final List<KernelProfileFile> profiles = new ArrayList<>();
  private final List<Path> resets = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();

  private KernelFiles() {}

  static KernelFiles find(KernelPaths paths) {
    KernelFiles files = new KernelFiles();
    files.findPgo(paths.debugfs().resolve(PGO));
    if (files.profiles.isEmpty()) {
      // Where both are there, they show the same counters.
      files.findPgo(paths.proc().resolve(PGO));
    }
    files.findCoverage(paths.debugfs().resolve(LLVM_COV));
    return files;
  }

  /** Returns the files with profiles: the kernel first, then its modules. */
  List<KernelProfileFile> profiles() {
    return profiles;
  }

  /** Returns the files that clear the counters when they are written to. */
  List<Path> resets() {
    return resets;
  }

  /** Returns the folders that are there but cannot be looked into. */
  List<Failure> failures() {
    return failures;
  }

  private void findPgo(Path folder) {
    List<Path> entries = list(folder);
    List<KernelProfileFile> named =
        entries.stream()
            .flatMap(entry -> named(entry).stream())
            .sorted(KernelProfileFile.ORDER)
            .toList();
    profiles.addAll(named);
    if (named.isEmpty()) {
      addUnnamed(entries, KernelDialect.PGO_UNNAMED);
    }
    addReset(entries);
  }

  private void findCoverage(Path folder) {
    List<Path> entries = list(folder);
    addUnnamed(entries, KernelDialect.LLVM_COV);
    addReset(entries);
  }

  private static Optional<KernelProfileFile> named(Path entry) {
    Matcher name = NAMED.matcher(String.valueOf(entry.getFileName()));
    if (!name.matches()) {
      return Optional.empty();
    }
    String image = name.group("image");
    OptionalInt cpu =
        name.group("cpu") == null
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(name.group("cpu")));
    KernelDialect dialect = cpu.isPresent() ? KernelDialect.PGO_PER_CPU : KernelDialect.PGO;
    return Optional.of(new KernelProfileFile(entry, dialect, image, cpu));
  }

  private void addUnnamed(List<Path> entries, KernelDialect dialect) {
    for (Path entry : entries) {
      if (entry.endsWith(UNNAMED)) {
        profiles.add(
            new KernelProfileFile(entry, dialect, KernelProfileFile.VMLINUX, OptionalInt.empty()));
      }
    }
  }

  private void addReset(List<Path> entries) {
    entries.stream().filter(entry -> entry.endsWith(RESET)).forEach(resets::add);
  }

  private List<Path> list(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (NoSuchFileException | NotDirectoryException e) {
      // Another patch than the one that shows this folder, or none.
      return List.of();
    } catch (DirectoryIteratorException e) {
      failures.add(new Failure(folder, Objects.requireNonNull(e.getCause())));
    } catch (IOException e) {
      failures.add(new Failure(folder, e));
    }
    return entries;
  }

  /** Why a folder that is there cannot be looked into. */
  record Failure(Path folder, IOException cause) {}
}
