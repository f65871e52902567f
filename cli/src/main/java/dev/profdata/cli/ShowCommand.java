package dev.profdata.cli;

import dev.profdata.Profiles;
import dev.profdata.format.LlvmRelease;
import dev.profdata.io.ProfileReader;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a profile holds, word for word as {@code llvm-profdata show} of a release does. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = ToolVersion.class,
    description = "Prints what a profile holds, as llvm-profdata show does.",
    footer = {"", "Example: profdata show --all-functions --counts --llvm=19 app.profraw"})
final class ShowCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ReleaseOption release = new ReleaseOption();
  @Mixin private ShowOptions options = new ShowOptions();

  @Mixin private ShownProgram program = new ShownProgram();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Profile, or - for standard input; not needed with --debug-info")
  private String file = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "-",
      description = "Where the text goes (default: standard output)")
  private String output = "-";

  @Option(
      names = "--instr",
      description = "Show an instrumentation profile (nothing else can be shown)")
  @SuppressWarnings("unused") // There is no other kind to choose.
  private boolean instrumentation;

  @Option(
      names = "--show-format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, or yaml with --debug-info; LLVM has no other formats here either")
  private String format = "text";

  @Option(names = "--json", hidden = true, description = "As --show-format=json")
  private boolean json;

  @Mixin private LimitOptions limits = new LimitOptions();

  ShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (file.isEmpty() && !program.isNamed()) {
      throw new WrongUsageException(
          "the positional argument '<profdata-file>' is required unless '--debug-info' is"
              + " provided");
    }
    if (file.equals(output) && !Terminal.isStandardStream(file)) {
      throw new CommandFailedException(
          "Input file name cannot be the same as the output file name!");
    }
    if (program.isNamed()) {
      showProgram();
      return CommandRunner.DONE;
    }
    program.refuseAlone();
    refuseOtherFormats();
    if (options.showsAll() && options.hasFunctionPart()) {
      terminal.warning("-function argument ignored: showing all functions");
    }
    LlvmRelease rules = release.orNewest(terminal);
    try (ProfileReader reader = Profiles.open(terminal.source(file), limits.reading())) {
      terminal.writeText(output, printer -> show(reader, rules, printer));
    }
    return CommandRunner.DONE;
  }

  private void showProgram() throws IOException {
    switch (wantedFormat()) {
      case "json" ->
          throw new CommandFailedException(
              "JSON output is not supported for debug info correlation");
      case "yaml" -> program.showYaml(terminal, limits.limits(), output);
      case "text" -> program.show(terminal, limits.limits(), output, options.detailedSummary());
      default -> throw noFormat();
    }
  }

  private String wantedFormat() {
    return json ? "json" : format;
  }

  private WrongUsageException noFormat() {
    return new WrongUsageException("'" + format + "' is none of text, json, yaml");
  }

  private void refuseOtherFormats() {
    switch (wantedFormat()) {
      case "text" -> {}
      case "json" ->
          throw new CommandFailedException("JSON output is not supported for instr profiles");
      case "yaml" ->
          throw new CommandFailedException("YAML output is not supported for instr profiles");
      default -> throw noFormat();
    }
  }

  private void show(ProfileReader reader, LlvmRelease rules, Printer printer) throws IOException {
    ShownProfile shown = new ShownProfile(reader, options, rules);
    ReadWarnings warnings = new ReadWarnings(terminal, release.named(terminal).isPresent());
    ShowBody body = new ShowBody(shown, options, rules, printer, warnings);
    body.begin();
    reader.accept(body);
    if (!options.text() && !options.covered()) {
      new ShowSummary(shown, options, rules, printer).print();
    }
  }
}
