package dev.profdata.cli;

import java.io.Console;

/** Tells whether a person sits in front of the process. */
final class InteractiveConsole {
  private InteractiveConsole() {}

  /** Returns false as soon as input or output is a file or a pipe. */
  @SuppressWarnings("SystemConsoleNull") // The newer answer is asked for below.
  static boolean isPresent() {
    Console console = System.console();
    return console != null && isTerminal(console);
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
