package dev.profdata.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * How a kernel was configured.
 *
 * @param source the file that says so
 * @param enabled the options that are on, such as {@code CONFIG_DEBUG_FS}
 */
record KernelConfig(Path source, Set<String> enabled) {
  private static final String ON = "=y";

  /** Reads the first of the usual files that can be read, packed or not. */
  static Optional<KernelConfig> read(KernelPaths paths) {
    return candidates(paths).stream().flatMap(file -> read(file).stream()).findFirst();
  }

  /** Returns the usual files: what the kernel itself says, then what was installed with it. */
  static List<Path> candidates(KernelPaths paths) {
    return List.of(
        paths.proc().resolve("config.gz"), paths.boot().resolve("config-" + paths.release()));
  }

  private static Optional<KernelConfig> read(Path file) {
    try (InputStream stream = Files.newInputStream(file);
        InputStream text = isPacked(file) ? new GZIPInputStream(stream) : stream;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
      return Optional.of(new KernelConfig(file, enabled(lines)));
    } catch (IOException | UncheckedIOException e) {
      // Absent, forbidden or damaged: the next one may tell.
      return Optional.empty();
    }
  }

  private static boolean isPacked(Path file) {
    return file.toString().endsWith(".gz");
  }

  private static Set<String> enabled(BufferedReader lines) {
    return lines
        .lines()
        .filter(line -> line.endsWith(ON))
        .map(line -> line.substring(0, line.length() - ON.length()))
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean isOn(String option) {
    return enabled.contains(option);
  }
}
