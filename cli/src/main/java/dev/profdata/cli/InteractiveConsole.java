package dev.profdata.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether a person sits in front of the process. */
final class InteractiveConsole {
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private InteractiveConsole() {}

  /** Returns false as soon as input, output or messages are a file or a pipe. */
  @SuppressWarnings("SystemConsoleNull") // The newer answer is asked for below.
  static boolean isPresent() {
    Console console = System.console();
    return console != null && isTerminal(console) && !isRedirected(STANDARD_ERROR);
  }

  /** Tells whether messages go to a file or a pipe, which no console knows; Linux does. */
  private static boolean isRedirected(Path link) {
    try {
      return !Files.readSymbolicLink(link).startsWith("/dev");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** From Java 22 on there is always a console, and it tells itself whether it is a terminal. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
