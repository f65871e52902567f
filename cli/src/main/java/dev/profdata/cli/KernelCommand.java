package dev.profdata.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands for an instrumented Linux kernel. */
@Command(
    name = "kernel",
    mixinStandardHelpOptions = true,
    versionProvider = ToolVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Looks for, clears and captures the profile of the running Linux kernel.",
    footer = {"", "Example: profdata kernel capture --reset -o vmlinux.profdata -- make bench"})
final class KernelCommand implements Runnable {
  private KernelCommand() {}

  static CommandLine commandLine(Terminal terminal) {
    return new CommandLine(new KernelCommand())
        .addSubcommand(new KernelStatusCommand(terminal))
        .addSubcommand(new KernelResetCommand(terminal))
        .addSubcommand(new KernelCaptureCommand(terminal));
  }

  @Override
  public void run() {
    throw new WrongUsageException("no command given: status, reset or capture");
  }
}
