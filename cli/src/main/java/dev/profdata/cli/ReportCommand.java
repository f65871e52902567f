package dev.profdata.cli;

import dev.profdata.Profiles;
import dev.profdata.cli.report.ProfileReport;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileReader;
import dev.profdata.model.InstrProfile;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a page about a profile, or about what differs between two. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = ToolVersion.class,
    description = {
      "Writes an HTML page about a profile: hottest functions, cumulative counts, cold source files,"
          + " value sites and traces.",
      "With a second profile, also what became hotter, colder, new or gone in it."
    },
    footer = {"", "Example: profdata report -o report.html old.profdata new.profdata"})
final class ReportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "1..2",
      paramLabel = "PROFILE",
      description =
          "The profile, or the base and the profile compared with it; - is standard input")
  private List<String> files = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "-",
      description = "Where the page goes (default: standard output)")
  private String output = "-";

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most N rows in each list (default: ${DEFAULT-VALUE})")
  private int top;

  ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (top < 1) {
      throw new WrongUsageException("--top must be at least 1");
    }
    if (files.contains(output) && !Terminal.isStandardStream(output)) {
      throw new CommandFailedException("the page would replace the profile '" + output + "'");
    }
    ProfileReport report = new ProfileReport(top);
    String base = files.get(0);
    String page;
    if (files.size() == 1) {
      page = report.about(base, read(base));
    } else {
      String other = files.get(1);
      page = report.comparing(base, read(base), other, read(other));
    }
    terminal.writeText(output, printer -> printer.text(page));
    return CommandRunner.DONE;
  }

  private InstrProfile read(String file) throws IOException {
    try (ProfileReader reader = Profiles.open(terminal.source(file))) {
      ProfileCollector collector = new ProfileCollector(reader.format());
      reader.accept(collector);
      collector.findings().forEach(finding -> terminal.warning(Findings.describe(finding)));
      return collector.profile();
    }
  }
}
