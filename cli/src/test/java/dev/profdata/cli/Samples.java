package dev.profdata.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Files that tests work on. */
final class Samples {
  static final String IR = "ir.proftext";
  static final String OTHER_RUN = "other-run.proftext";
  static final String FRONT_END = "front-end.proftext";
  static final String DUPLICATE_VALUES = "duplicate-values.proftext";
  static final String DAMAGED = "damaged.proftext";
  static final String ORDER = "order.proftext";
  static final String PROGRAM = "program.c";

  private Samples() {}

  /** Returns the text of a sample, one character for each byte. */
  static String text(String name) throws IOException {
    try (InputStream sample = Samples.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(sample, name).readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /** Copies a sample into a folder and returns its path. */
  static String copy(String name, Path folder) throws IOException {
    Path target = folder.resolve(name);
    try (InputStream sample = Samples.class.getResourceAsStream(name)) {
      Files.write(target, Objects.requireNonNull(sample, name).readAllBytes());
    }
    return target.toString();
  }
}
