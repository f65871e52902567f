package dev.profdata.cli;

import picocli.CommandLine.Command;

/** The tool without a command. */
@Command(
    name = CommandRunner.NAME,
    mixinStandardHelpOptions = true,
    versionProvider = ToolVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Reads, merges, shows and converts LLVM instrumentation profiles of every version.",
    footer = {
      "",
      "Exit code: 0 done, 1 failed, 2 wrong usage.",
      "Options may be written with one dash or two, their values after '=' or a blank."
    })
final class RootCommand implements Runnable {
  RootCommand() {}

  @Override
  public void run() {
    throw new WrongUsageException("no command given");
  }
}
