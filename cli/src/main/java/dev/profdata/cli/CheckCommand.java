package dev.profdata.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads profiles to their end and lists every problem. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = ToolVersion.class,
    description = "Reads profiles to their end and lists every problem with its place.",
    footer = {"", "Example: profdata check *.profraw", "Exit code 1 if a file cannot be used."})
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Profile, or - for standard input")
  private List<String> files = new ArrayList<>();

  @Option(names = "--json", description = "Print a JSON array with an object for each file")
  private boolean json;

  @Mixin private LimitOptions limits = new LimitOptions();

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<CheckResult> results = new ArrayList<>();
    for (String file : files) {
      results.add(CheckResult.of(terminal.source(file), limits.reading()));
    }
    terminal.writeText(Terminal.STANDARD_STREAM, printer -> print(results, printer));
    boolean usable = results.stream().allMatch(result -> result.failure().isEmpty());
    return usable ? CommandRunner.DONE : CommandRunner.FAILED;
  }

  private void print(List<CheckResult> results, Printer printer) throws IOException {
    if (json) {
      Json.print(printer, results, CheckResult::write);
      return;
    }
    for (CheckResult result : results) {
      result.print(printer);
    }
  }
}
