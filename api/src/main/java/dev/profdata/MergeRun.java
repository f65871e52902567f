package dev.profdata;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.LossyConversionException;
import dev.profdata.io.MergeFailedException;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileMismatchException;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.spi.MergeEngine;
import dev.profdata.spi.MergeSettings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Reads the inputs of a merge into an engine and notes what became of each. */
final class MergeRun {
  private final ProfileProviders providers;
  private final MergeOptions options;
  private final List<MergeEngine> engines = new ArrayList<>();
  private final List<Finding> findingsOfJoining = new ArrayList<>();
  private final VersionSkew skew;
  private final Optional<Renaming> remapping;
  private final List<InputReport> reports = new ArrayList<>();

  /**
   * Starts without inputs.
   *
   * @param combinable whether the sum is to be taken out for another merge
   */
  MergeRun(
      ProfileProviders providers, MergeOptions options, ProfileFormat target, boolean combinable) {
    this.providers = providers;
    this.options = options;
    this.remapping = options.remapping().map(names -> new Renaming(names::rename));
    this.skew = new VersionSkew(target, options.writing(), options.imitates());
    MergeSettings settings =
        new MergeSettings(
            target.release(),
            options.imitates(),
            // Of a salvaged file names may be lost, but records still are those of their hashes.
            options.imitates() && !options.reading().salvages(),
            options.traceReservoir(),
            options.maxTraceLength(),
            options.policies(),
            combinable);
    for (int i = 0; i < (combinable ? 1 : options.threadTree()); i++) {
      engines.add(providers.newEngine(settings));
    }
  }

  void read(List<MergeInput> inputs) throws IOException {
    List<ProfileSource> sources = sourcesOf(inputs);
    try (InputFeed feed = new InputFeed(providers, options.reading(), sources, options.threads())) {
      read(inputs, feed);
    } catch (ClosedByInterruptException e) {
      InterruptedIOException interrupted = new InterruptedIOException("merge interrupted");
      interrupted.initCause(e);
      throw interrupted;
    }
    joinEngines();
    checkFailures();
  }

  private static List<ProfileSource> sourcesOf(List<MergeInput> inputs) {
    return inputs.stream()
        .filter(MergeInput.OfSource.class::isInstance)
        .map(input -> ((MergeInput.OfSource) input).source())
        .toList();
  }

  private void read(List<MergeInput> inputs, InputFeed feed) throws IOException {
    TotalSize bytes = new TotalSize(inputs);
    long bytesDone = 0;
    for (MergeInput input : inputs) {
      MergeProgress progress = new MergeProgress(reports.size(), inputs.size(), bytesDone, bytes);
      if (!options.listener().inputStarted(input.name(), progress)) {
        throw new InterruptedIOException("merge stopped before " + input.name());
      }
      MergeEngine engine = engines.get(reports.size() % engines.size());
      InputReport report = new InputRun(input, engine, skew, remapping, options).read(feed);
      bytesDone += report.bytes();
      reports.add(report);
      report.failure().ifPresent(options.listener()::inputFailed);
      options.listener().inputDone(report);
    }
  }

  /** The size of all inputs, asked for once, if at all. */
  private static final class TotalSize implements Supplier<OptionalLong> {
    private final List<MergeInput> inputs;
    private Optional<OptionalLong> known = Optional.empty();

    TotalSize(List<MergeInput> inputs) {
      this.inputs = inputs;
    }

    @Override
    public OptionalLong get() {
      if (known.isEmpty()) {
        known = Optional.of(ask());
      }
      return known.get();
    }

    private OptionalLong ask() {
      long sum = 0;
      try {
        for (ProfileSource source : sourcesOf(inputs)) {
          OptionalLong size = source.size();
          if (size.isEmpty()) {
            return size;
          }
          sum += size.getAsLong();
        }
        return OptionalLong.of(sum);
      } catch (IOException | UncheckedIOException e) {
        // Whoever opens the source will hear of it.
        return OptionalLong.empty();
      }
    }
  }

  /** Adds the sums up in the order of LLVM's threads, halving their number until one is left. */
  private void joinEngines() throws ProfileMismatchException {
    int end = engines.size();
    for (int middle = end / 2; middle > 0; middle /= 2) {
      for (int i = 0; i < middle; i++) {
        engines.get(i).addAll(engines.get(i + middle), findingsOfJoining::add);
      }
      if (end % 2 == 1) {
        engines.get(0).addAll(engines.get(end - 1), findingsOfJoining::add);
      }
      end = middle;
    }
  }

  private void checkFailures() throws MergeFailedException {
    List<ProfileException> failures =
        reports.stream().flatMap(report -> report.failure().stream()).toList();
    boolean fails =
        switch (options.failureMode()) {
          case ANY -> !failures.isEmpty();
          case ALL -> !failures.isEmpty() && failures.size() == reports.size();
          case WARN -> false;
        };
    if (fails) {
      throw new MergeFailedException(failures, reports.size());
    }
  }

  /** Decides what is written, after all inputs were read. */
  HashGenerations.Plan plan() throws LossyConversionException {
    return skew.plan();
  }

  void accept(ProfileVisitor visitor) throws IOException {
    for (Finding finding : findingsOfJoining) {
      visitor.visitFinding(finding);
    }
    engines.get(0).accept(visitor);
  }

  void writePartialSum(OutputStream out) throws IOException {
    PartialSumNote note = new PartialSumNote(inputsUsed(), skew.save());
    engines.get(0).writePartialSum(out, note.toBytes());
  }

  /** Returns how many inputs count. */
  long inputsUsed() {
    return reports.stream().filter(InputReport::counts).mapToLong(InputReport::inputs).sum();
  }

  List<InputReport> reports() {
    return List.copyOf(reports);
  }
}
