package dev.profdata.cli;

import dev.profdata.ProfileOverlap;
import dev.profdata.format.LlvmRelease;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two profiles, word for word as {@code llvm-profdata overlap} of a release does. */
@Command(
    name = "overlap",
    mixinStandardHelpOptions = true,
    versionProvider = ToolVersion.class,
    description = "Tells how much two profiles have in common, as llvm-profdata overlap does.",
    footer = {"", "Example: profdata overlap old.profdata new.profdata"})
final class OverlapCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ReleaseOption release = new ReleaseOption();

  @Parameters(index = "0", paramLabel = "BASE", description = "The profile compared with")
  private String base = "";

  @Parameters(index = "1", paramLabel = "TEST", description = "The profile compared")
  private String test = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "-",
      description = "Where the text goes (default: standard output)")
  private String output = "-";

  @Option(names = "--cs", description = "Take the sums of the context-sensitive functions")
  private boolean contextSensitive;

  @Option(
      names = "--value-cutoff",
      paramLabel = "N",
      defaultValue = "18446744073709551615",
      converter = Unsigned.class,
      description = "Details of functions with a counter of at least N")
  private long valueCutoff;

  @Option(
      names = "--function",
      paramLabel = "PART",
      defaultValue = "",
      description = "Details of functions whose name contains this")
  private String function = "";

  @Option(
      names = "--instr",
      description = "Compare instrumentation profiles (nothing else can be compared)")
  @SuppressWarnings("unused") // There is no other kind to choose.
  private boolean instrumentation;

  @Mixin private LimitOptions limits = new LimitOptions();

  OverlapCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    LlvmRelease rules = release.orNewest(terminal);
    ReadWarnings warnings = new ReadWarnings(terminal, release.named(terminal).isPresent());
    ProfileOverlap overlap =
        ProfileOverlap.of(
            warnings.read(base, limits.reading()),
            warnings.read(test, limits.reading()),
            rules,
            contextSensitive);
    terminal.writeText(output, printer -> print(overlap, rules, printer));
    return CommandRunner.DONE;
  }

  private void print(ProfileOverlap overlap, LlvmRelease rules, Printer printer)
      throws IOException {
    if (overlap.base().counters() < 1) {
      explainZero(base);
    } else if (overlap.test().counters() < 1) {
      explainZero(test);
    } else {
      OverlapSelection selection = new OverlapSelection(valueCutoff, function);
      new OverlapText(rules, printer).print(overlap, selection, base, test);
    }
  }

  /**
   * LLVM's tool ends before this sentence leaves its buffer, so its output is empty; so is ours.
   */
  private void explainZero(String profile) {
    terminal.err().println("Sum of edge counts for profile %s is 0.".formatted(profile));
  }
}
