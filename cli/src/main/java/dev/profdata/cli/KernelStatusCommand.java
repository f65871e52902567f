package dev.profdata.cli;

import dev.profdata.kernel.KernelProblem;
import dev.profdata.kernel.KernelProfileFile;
import dev.profdata.kernel.KernelStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what an instrumented kernel shows, and what is missing. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    versionProvider = ToolVersion.class,
    description = "Lists the profiles that the running kernel shows, and says what is missing.",
    footer = {
      "",
      "Example: profdata kernel status",
      "Exit code 1 if nothing can be captured. Opens no profile and changes nothing."
    })
final class KernelStatusCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private KernelPlace place = new KernelPlace();

  KernelStatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    KernelStatus status = place.profiles().status();
    terminal.writeText(Terminal.STANDARD_STREAM, printer -> print(status, printer));
    return status.canCapture() ? CommandRunner.DONE : CommandRunner.FAILED;
  }

  private static void print(KernelStatus status, Printer printer) throws IOException {
    row(printer, "kernel", status.paths().release());
    row(printer, "debugfs", status.paths().debugfs().toString());
    for (KernelProfileFile file : status.profiles()) {
      row(printer, "profile", describe(file));
    }
    for (Path reset : status.resets()) {
      row(printer, "reset", reset.toString());
    }
    for (KernelProblem problem : status.problems()) {
      row(printer, "problem", problem.sentence());
    }
  }

  private static String describe(KernelProfileFile file) {
    String image = file.isModule() ? "module " + file.image() : file.image();
    String cpu = file.cpu().isPresent() ? ", CPU " + file.cpu().getAsInt() : "";
    return "%s (%s%s; %s)".formatted(file.path(), image, cpu, file.dialect().label());
  }

  private static void row(Printer printer, String label, String value) throws IOException {
    printer.line("%-9s %s".formatted(label + ":", value));
  }
}
