package dev.profdata.cli;

import dev.profdata.Profiles;
import dev.profdata.cli.report.ProfileReport;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileReader;
import dev.profdata.model.InstrProfile;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "With a second profile, also what became hotter, colder, new or gone in that."
    },
    footer = {"", "Example: profdata report -o report.html old.profdata new.profdata"})
final class ReportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "PROFILE", description = "Profile, or - for standard input")
  private String profile = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "OTHER",
      description = "Profile to be compared with the first")
  private @Nullable String other;

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

  @Mixin private LimitOptions limits = new LimitOptions();

  ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (top < 1) {
      throw new WrongUsageException("--top must be at least 1");
    }
    if (isInput(output) && !Terminal.isStandardStream(output)) {
      throw new CommandFailedException("the page would replace the profile '" + output + "'");
    }
    ProfileReport report = new ProfileReport(top);
    String page =
        other == null
            ? report.about(profile, read(profile))
            : report.comparing(profile, read(profile), other, read(other));
    terminal.writeText(output, printer -> printer.text(page));
    return CommandRunner.DONE;
  }

  private boolean isInput(String file) {
    return file.equals(profile) || file.equals(other);
  }

  private InstrProfile read(String file) throws IOException {
    try (ProfileReader reader = Profiles.open(terminal.source(file), limits.reading())) {
      ProfileCollector collector = new ProfileCollector(reader.format());
      reader.accept(collector);
      collector.findings().forEach(finding -> terminal.warning(Findings.describe(finding)));
      return collector.profile();
    }
  }
}
