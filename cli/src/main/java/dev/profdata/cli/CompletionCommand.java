package dev.profdata.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what makes a shell complete commands, options and their values. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = ToolVersion.class,
    description = "Prints a script that makes bash and zsh complete commands, options and values.",
    footer = {
      "",
      "Example: profdata completion -o profdata-completion.sh",
      "Then say: source profdata-completion.sh"
    })
final class CompletionCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "-",
      description = "Where the script goes (default: standard output)")
  private String output = "-";

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    String script = AutoComplete.bash(CommandRunner.NAME, CommandRunner.commandLine(terminal));
    terminal.writeText(output, printer -> printer.text(script));
    return CommandRunner.DONE;
  }
}
