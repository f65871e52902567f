package dev.profdata.cli;

import dev.profdata.kernel.KernelUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Clears the counters of an instrumented kernel. */
@Command(
    name = "reset",
    mixinStandardHelpOptions = true,
    versionProvider = ToolVersion.class,
    description = "Clears the counters of the running kernel and its modules.",
    footer = {"", "Example: profdata kernel reset"})
final class KernelResetCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private KernelPlace place = new KernelPlace();

  KernelResetCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try {
      for (Path written : place.profiles().reset()) {
        terminal.err().println("cleared through " + written);
      }
      return CommandRunner.DONE;
    } catch (KernelUnavailableException e) {
      return KernelPlace.unavailable(terminal, e);
    }
  }
}
