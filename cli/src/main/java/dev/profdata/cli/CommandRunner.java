package dev.profdata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Finds the command that the arguments mean, runs it, and turns what it throws into a message. */
final class CommandRunner {
  /** The name of the tool. */
  static final String NAME = "profdata";

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  private CommandRunner() {}

  static int run(Terminal terminal, String... args) {
    CommandLine line = commandLine(terminal);
    int code = line.execute(LlvmSpelling.normalize(line.getCommandSpec(), args));
    terminal.err().flush();
    return code;
  }

  static CommandLine commandLine(Terminal terminal) {
    CommandLine line =
        new CommandLine(new RootCommand())
            .addSubcommand(new MergeCommand(terminal))
            .addSubcommand(new ShowCommand(terminal))
            .addSubcommand(new OverlapCommand(terminal))
            .addSubcommand(new ConvertCommand(terminal))
            .addSubcommand(new InfoCommand(terminal))
            .addSubcommand(new CheckCommand(terminal));
    return line.setOut(new PrintWriter(terminal.out().text(), true, StandardCharsets.UTF_8))
        .setErr(terminal.err())
        .setPosixClusteredShortOptionsAllowed(false)
        .setParameterExceptionHandler((failure, args) -> wrongUsage(terminal, failure))
        .setExecutionExceptionHandler((failure, command, result) -> failed(terminal, failure));
  }

  private static int wrongUsage(Terminal terminal, ParameterException failure) {
    terminal.error(Failures.oneLine(failure.getMessage()));
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    terminal.err().println("See: " + command + " --help");
    return WRONG_USAGE;
  }

  private static int failed(Terminal terminal, Exception failure) {
    if (failure instanceof UncheckedIOException unchecked) {
      terminal.error(Failures.describe(unchecked.getCause()));
    } else if (failure instanceof IOException io) {
      terminal.error(Failures.describe(io));
    } else if (failure instanceof CommandFailedException reason) {
      terminal.error(Failures.oneLine(reason.getMessage()));
    } else {
      terminal.error("this is a mistake in " + NAME + ", please report it: " + failure);
      failure.printStackTrace(terminal.err());
    }
    return FAILED;
  }
}
