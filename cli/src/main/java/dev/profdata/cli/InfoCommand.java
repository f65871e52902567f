package dev.profdata.cli;

import dev.profdata.io.ProfileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a profile is and who can read it. */
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    versionProvider = ToolVersion.class,
    description = "Tells what a profile is, what it holds and which LLVM releases read it.",
    footer = {"", "Example: profdata info app.profraw"})
final class InfoCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Profile, or - for standard input")
  private List<String> files = new ArrayList<>();

  @Option(names = "--json", description = "Print a JSON array with an object for each file")
  private boolean json;

  @Mixin private LimitOptions limits = new LimitOptions();

  InfoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<ProfileFacts> facts = new ArrayList<>();
    for (String file : files) {
      try {
        facts.add(ProfileFacts.of(terminal.source(file), limits.reading()));
      } catch (ProfileException e) {
        terminal.error(Failures.describe(e));
      }
    }
    terminal.writeText(Terminal.STANDARD_STREAM, printer -> print(facts, printer));
    return facts.size() == files.size() ? CommandRunner.DONE : CommandRunner.FAILED;
  }

  private void print(List<ProfileFacts> facts, Printer printer) throws IOException {
    if (json) {
      Json.print(printer, facts, InfoJson::write);
      return;
    }
    InfoText text = new InfoText(printer);
    for (ProfileFacts profile : facts) {
      text.print(profile);
    }
  }
}
