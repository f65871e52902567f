package dev.profdata.cli;

import dev.profdata.internal.files.AtomicFile;
import dev.profdata.io.ProfileSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command knows of the world around it.
 *
 * @param out standard output
 * @param err where messages go
 * @param in standard input
 * @param environment variables such as {@code PROFDATA_LLVM}
 * @param interactive whether a person sits in front of {@code err}
 */
record Terminal(
    StandardOutput out,
    PrintWriter err,
    InputStream in,
    Map<String, String> environment,
    boolean interactive) {
  static final String STANDARD_STREAM = "-";

  static boolean isStandardStream(String name) {
    return name.equals(STANDARD_STREAM);
  }

  /** Tells whether messages and help may have colours. */
  boolean colours() {
    return Colours.areWanted(interactive, environment);
  }

  void error(String message) {
    String word = "error: ";
    err.println((colours() ? Colours.error(word) : word) + message);
  }

  void warning(String message) {
    String word = "warning: ";
    err.println((colours() ? Colours.warning(word) : word) + message);
  }

  void note(String message) {
    err.println("note: " + message);
  }

  /** Returns a file, or standard input for {@code -}. */
  ProfileSource source(String name) {
    return isStandardStream(name)
        ? ProfileSource.of(STANDARD_STREAM, in)
        : ProfileSource.of(Path.of(name));
  }

  /** Writes text to a file, which appears whole or not at all, or to standard output. */
  void writeText(String target, Printing printing) throws IOException {
    if (isStandardStream(target)) {
      Printer printer = new Printer(out.text());
      try {
        printing.print(printer);
      } finally {
        printer.flush();
      }
      return;
    }
    try (AtomicFile file = AtomicFile.create(Path.of(target))) {
      Printer printer = new Printer(file.stream());
      printing.print(printer);
      printer.flush();
      file.commit();
    }
  }

  /** Writes bytes to a file, which appears whole or not at all, or to standard output. */
  void writeBytes(String target, byte[] bytes) throws IOException {
    if (isStandardStream(target)) {
      OutputStream stream =
          out.binary()
              .orElseThrow(
                  () ->
                      new CommandFailedException(
                          "a binary profile cannot go to standard output here, which takes"
                              + " characters only: say -o FILE"));
      stream.write(bytes);
      stream.flush();
      return;
    }
    try (AtomicFile file = AtomicFile.create(Path.of(target))) {
      file.stream().write(bytes);
      file.commit();
    }
  }

  /** Prints something. */
  @FunctionalInterface
  interface Printing {
    void print(Printer printer) throws IOException;
  }
}
