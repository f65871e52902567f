package dev.profdata.cli;

import dev.profdata.ConversionReport;
import dev.profdata.Profiles;
import dev.profdata.io.Finding;
import dev.profdata.io.LossyConversionException;
import dev.profdata.io.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns a profile of one version into one of another. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    versionProvider = ToolVersion.class,
    description = "Turns a profile into another version; refuses to lose anything unless allowed.",
    footer = {
      "",
      "Example: profdata convert --to=raw:8 -o old.profraw new.profraw",
      "The binary's own coverage mapping stays as it is; llvm-cov of another release may refuse it."
    })
final class ConvertCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      converter = FormatName.class,
      completionCandidates = FormatName.class,
      description = "raw:N, indexed:N, text, or llvm:N for the indexed version of a release")
  private @Nullable NamedFormat target;

  @Mixin private ProducerOption producer = new ProducerOption();

  @Option(
      names = "--allow-loss",
      split = ",",
      paramLabel = "KIND",
      description = "Losses to put up with: all, or kinds as the refusal names them")
  private List<String> allowed = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "Where the converted profile goes")
  private Path output = Path.of("");

  @Parameters(paramLabel = "IN", description = "The profile to convert")
  private Path input = Path.of("");

  @Mixin private LimitOptions limits = new LimitOptions();

  ConvertCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try {
      NamedFormat named = Objects.requireNonNull(target);
      ConversionReport report =
          Profiles.convert(input, output, named.format(), limits.reading(), options(named));
      report.findings().forEach(this::warn);
      report.losses().forEach(this::warn);
      return CommandRunner.DONE;
    } catch (LossyConversionException e) {
      e.losses().forEach(this::warn);
      throw e;
    }
  }

  private void warn(Finding finding) {
    terminal.warning(Findings.describe(finding));
  }

  private WriteOptions options(NamedFormat named) {
    return producer.applyTo(
        WriteOptions.DEFAULT
            .allowing(LossNames.parse(allowed))
            .withExactVersion(named.exactVersion()));
  }
}
