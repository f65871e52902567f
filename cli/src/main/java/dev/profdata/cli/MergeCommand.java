package dev.profdata.cli;

import dev.profdata.FailureMode;
import dev.profdata.InputList;
import dev.profdata.MergeOptions;
import dev.profdata.MergeReport;
import dev.profdata.ProfileMerger;
import dev.profdata.Profiles;
import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.MergeFailedException;
import dev.profdata.io.ProfileException;
import dev.profdata.io.WriteOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adds profiles up. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    versionProvider = ToolVersion.class,
    description = "Adds profiles of any version up and writes the sum for the compiler in use.",
    footer = {
      "",
      "Example: profdata merge --llvm=16 -o app.profdata run1.profraw run2.profraw",
      "A directory stands for all files below it, in the order of their paths."
    })
final class MergeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private MergeInputs inputs = new MergeInputs();
  @Mixin private MergeTarget target = new MergeTarget();
  @Mixin private MergeTuning tuning = new MergeTuning();
  @Mixin private MergePolicyOptions policies = new MergePolicyOptions();
  @Mixin private MergeGateOptions gate = new MergeGateOptions();
  @Mixin private CorrelationOptions correlation = new CorrelationOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "-",
      description = "Where the sum goes (default: standard output)")
  private String output = "-";

  @Option(
      names = "--failure-mode",
      paramLabel = "MODE",
      defaultValue = "any",
      converter = FailureModeName.class,
      completionCandidates = FailureModeName.class,
      description = "Fail if any or all inputs cannot be used, or only warn (default: any)")
  private FailureMode failureMode = FailureMode.ANY;

  @Option(
      names = "--dump-input-file-list",
      description = "Print the inputs with their weights and do nothing else")
  private boolean dumpsInputs;

  @Option(names = "--function", paramLabel = "REGEX", description = "Keep only these functions")
  private @Nullable String wanted;

  @Option(names = "--no-function", paramLabel = "REGEX", description = "Leave these functions out")
  private @Nullable String unwanted;

  @Option(names = "--strict", description = "Fail rather than write what the target cannot hold")
  private boolean strict;

  @Option(
      names = "--partial",
      description =
          "Write a partial sum, for further merges with the same --llvm, instead of a profile")
  private boolean partial;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write what became of each input as JSON, also if the merge fails")
  private @Nullable String report;

  @Option(names = "--quiet", description = "Show no progress")
  private boolean quiet;

  @Mixin private LimitOptions limits = new LimitOptions();

  MergeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ProfileFormat format = target.format(terminal);
    List<InputList.Entry> all = inputs.collect(terminal);
    if (dumpsInputs) {
      terminal.writeText(Terminal.STANDARD_STREAM, printer -> dump(all, printer));
      return CommandRunner.DONE;
    }
    return merge(all, format);
  }

  private static void dump(List<InputList.Entry> inputs, Printer printer) throws IOException {
    for (InputList.Entry input : inputs) {
      printer.line(input.toString());
    }
  }

  private int merge(List<InputList.Entry> all, ProfileFormat format) throws IOException {
    Optional<FunctionFilter> filter =
        FunctionFilter.of(Optional.ofNullable(wanted), Optional.ofNullable(unwanted));
    ProgressLine progress = new ProgressLine(terminal, quiet);
    MergeMessages messages = new MergeMessages(terminal, progress, target.imitated(terminal));
    try (ProfileMerger merger = Profiles.merger(options(filter, messages))) {
      for (InputList.Entry input : all) {
        merger.add(terminal.source(input.name()), input.weight());
      }
      MergeReport done = write(merger, format);
      progress.clear();
      messages.tellFailures();
      writeReport(new MergeJson(done.inputs(), Optional.of(done), Optional.empty()));
    } catch (ProfileException e) {
      progress.clear();
      messages.tellFailures();
      writeReport(new MergeJson(messages.inputs(), Optional.empty(), Optional.of(e)));
      if (!(e instanceof MergeFailedException)) {
        throw e;
      }
      terminal.error("no profile can be merged");
      return CommandRunner.FAILED;
    } finally {
      progress.end();
    }
    filter.ifPresent(done -> terminal.err().println(done.report()));
    messages.tellDoubts();
    return CommandRunner.DONE;
  }

  private void writeReport(MergeJson json) throws IOException {
    if (report != null) {
      terminal.writeText(
          report, printer -> Json.printObject(printer, json, (out, all) -> all.writeTo(out)));
    }
  }

  private MergeOptions options(Optional<FunctionFilter> filter, MergeMessages messages)
      throws IOException {
    WriteOptions writing = target.applyTo(tuning.applyTo(WriteOptions.DEFAULT));
    if (!strict) {
      writing = writing.allowingAllLosses();
    }
    if (filter.isPresent()) {
      writing = writing.withFunctions(filter.get());
    }
    boolean imitates = target.imitated(terminal).isPresent();
    MergeOptions options = tuning.applyTo(limits.applyTo(MergeOptions.DEFAULT), imitates, terminal);
    options = correlation.applyTo(policies.applyTo(options), terminal);
    return gate.applyTo(options, terminal)
        .withFailureMode(failureMode)
        .withWriting(writing)
        .imitating(imitates)
        .withListener(messages);
  }

  private MergeReport write(ProfileMerger merger, ProfileFormat format) throws IOException {
    if (!Terminal.isStandardStream(output)) {
      Path file = Path.of(output);
      return partial ? merger.writePartialSum(file, format) : merger.writeTo(file, format);
    }
    boolean text = format.family() == ProfileFamily.TEXT && !partial;
    OutputStream stream = text ? terminal.out().text() : binaryOutput();
    MergeReport done =
        partial ? merger.writePartialSum(stream, format) : merger.writeTo(stream, format);
    stream.flush();
    return done;
  }

  private OutputStream binaryOutput() {
    return terminal
        .out()
        .binary()
        .orElseThrow(
            () ->
                new CommandFailedException(
                    "a binary profile cannot go to standard output here, which takes characters"
                        + " only: say -o FILE or --text"));
  }
}
