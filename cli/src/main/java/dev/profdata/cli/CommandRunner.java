package dev.profdata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Finds the command that the arguments mean, runs it, and turns what it throws into a message. */
final class CommandRunner {
  /** The name of the tool. */
  static final String NAME = "profdata";

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  private CommandRunner() {}

  static int run(Terminal terminal, String... args) {
    CommandLine line = commandLine(terminal, args);
    try {
      int code = line.execute(LlvmSpelling.normalize(line.getCommandSpec(), args));
      Optional<IOException> failure = terminal.out().failure();
      // Help is printed by those who do not look whether it arrives.
      return code == DONE && failure.isPresent() ? failed(terminal, failure.get()) : code;
    } catch (OutOfMemoryError e) {
      // What the command had allocated can be collected by now; its files were closed on the way.
      terminal.error(Failures.describe(e));
      return FAILED;
    } finally {
      terminal.err().flush();
    }
  }

  /** Returns the tool with the command that the arguments name, or with all. */
  static CommandLine commandLine(Terminal terminal, String... args) {
    CommandLine line = new CommandLine(new RootCommand());
    new Commands().addTo(line, terminal, args);
    return line.setOut(new PrintWriter(terminal.out().text(), true, StandardCharsets.UTF_8))
        .setErr(terminal.err())
        .setColorScheme(Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
        .setPosixClusteredShortOptionsAllowed(false)
        .setParameterExceptionHandler((failure, given) -> wrongArguments(terminal, failure))
        .setExecutionExceptionHandler(
            (failure, command, result) -> failed(terminal, command, failure));
  }

  private static int wrongArguments(Terminal terminal, ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      Optional<String> foreign =
          ForeignOptions.explain(
              failure.getCommandLine().getCommandName(), unmatched.getUnmatched());
      if (foreign.isPresent()) {
        terminal.error(foreign.get());
        return FAILED;
      }
    }
    return wrongUsage(terminal, failure.getCommandLine(), failure);
  }

  private static int wrongUsage(Terminal terminal, CommandLine command, Exception failure) {
    terminal.error(Failures.oneLine(failure.getMessage()));
    terminal.err().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return WRONG_USAGE;
  }

  private static int failed(Terminal terminal, CommandLine command, Exception failure) {
    if (failure instanceof WrongUsageException) {
      return wrongUsage(terminal, command, failure);
    }
    if (failure instanceof IOException io) {
      return failed(terminal, io);
    }
    if (failure.getCause() instanceof IOException io) {
      return failed(terminal, io);
    }
    if (failure instanceof CommandFailedException) {
      terminal.error(Failures.oneLine(failure.getMessage()));
    } else {
      terminal.error("this is a mistake in " + NAME + ", please report it: " + failure);
      failure.printStackTrace(terminal.err());
    }
    return FAILED;
  }

  private static int failed(Terminal terminal, IOException failure) {
    if (!(failure instanceof StandardOutput.ClosedException)) {
      terminal.error(Failures.describe(failure));
    }
    return FAILED;
  }
}
