package dev.profdata;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ForwardingVisitor;
import dev.profdata.io.LossyConversionException;
import dev.profdata.io.MergeFailedException;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileMismatchException;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import dev.profdata.spi.EngineInput;
import dev.profdata.spi.MergeEngine;
import dev.profdata.spi.MergeSettings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the inputs of a merge into an engine and notes what became of each. */
final class MergeRun {
  private final ProfileProviders providers;
  private final MergeOptions options;
  private final List<MergeEngine> engines = new ArrayList<>();
  private final List<Finding> findingsOfJoining = new ArrayList<>();
  private final VersionSkew skew;
  private final Optional<Renaming> remapping;
  private final List<InputReport> reports = new ArrayList<>();

  MergeRun(ProfileProviders providers, MergeOptions options, ProfileFormat target) {
    this.providers = providers;
    this.options = options;
    this.remapping = options.remapping().map(names -> new Renaming(names::rename));
    this.skew = new VersionSkew(target, options.writing(), options.imitates());
    MergeSettings settings =
        new MergeSettings(
            target.release(),
            options.imitates(),
            options.traceReservoir(),
            options.maxTraceLength());
    for (int i = 0; i < options.threadTree(); i++) {
      engines.add(providers.newEngine(settings));
    }
  }

  void read(List<MergeInput> inputs) throws IOException {
    List<ProfileSource> sources =
        inputs.stream()
            .filter(MergeInput.OfSource.class::isInstance)
            .map(input -> ((MergeInput.OfSource) input).source())
            .toList();
    try (InputFeed feed = new InputFeed(providers, options.reading(), sources, options.threads())) {
      read(inputs, feed);
    }
    joinEngines();
    checkFailures();
  }

  private void read(List<MergeInput> inputs, InputFeed feed) throws IOException {
    for (MergeInput input : inputs) {
      if (!options.listener().inputStarted(input.name(), reports.size(), inputs.size())) {
        throw new InterruptedIOException("merge stopped before " + input.name());
      }
      InputReport report =
          new InputRun(input, engines.get(reports.size() % engines.size())).read(feed);
      reports.add(report);
      report.failure().ifPresent(options.listener()::inputFailed);
      options.listener().inputDone(report);
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

  List<InputReport> reports() {
    return List.copyOf(reports);
  }

  /** The reading of one input. */
  private final class InputRun {
    private final MergeInput input;
    private final MergeEngine engine;
    private final List<Finding> findings = new ArrayList<>();
    private Optional<ProfileFormat> format = Optional.empty();
    private long bytes;
    private long functions;

    InputRun(MergeInput input, MergeEngine engine) {
      this.input = input;
      this.engine = engine;
    }

    InputReport read(InputFeed feed) throws IOException {
      try {
        if (input instanceof MergeInput.OfSource) {
          readSource(feed);
        } else if (input instanceof MergeInput.OfProfile memory) {
          readProfile(memory.profile());
        }
        return report(Optional.empty());
      } catch (ProfileException e) {
        return report(Optional.of(e));
      }
    }

    private void readSource(InputFeed feed) throws IOException {
      try (InputContent content = feed.next()) {
        bytes = content.bytes();
        if (bytes == 0) {
          note(Finding.of(FindingKind.EMPTY_INPUT, input.name(), "file is empty, skipped"));
          return;
        }
        format = Optional.of(content.format());
        content.accept(visitor(content.format(), content.variant()));
      }
    }

    private void readProfile(InstrProfile profile) throws IOException {
      format = Optional.of(profile.format());
      ProfileVisitor visitor = visitor(profile.format(), profile.variant());
      for (ProfileImage image : profile.images()) {
        visitor.visitImage(image);
      }
      visitor.visitTraces(profile.traces());
      visitor.visitEnd();
    }

    private ProfileVisitor visitor(ProfileFormat found, ProfileVariant variant)
        throws ProfileException {
      EngineInput described = new EngineInput(input.name(), found, variant, input.weight());
      return new Counting(
          renamed(skew.source(found, variant, engine.input(described, this::note))));
    }

    private ProfileVisitor renamed(ProfileVisitor next) {
      return remapping.isEmpty() ? next : new RenamingVisitor(next, remapping.get());
    }

    private void note(Finding finding) {
      findings.add(finding);
      options.listener().finding(finding);
    }

    private InputReport report(Optional<ProfileException> failure) {
      return new InputReport(
          input.name(), input.weight(), bytes, format, functions, findings, failure);
    }

    /** Counts functions and notes findings on their way to the engine. */
    private final class Counting extends ForwardingVisitor {
      Counting(ProfileVisitor next) {
        super(next);
      }

      @Override
      public void visitFinding(Finding finding) {
        note(finding);
      }

      @Override
      public void visitImage(ProfileImage image) throws IOException {
        functions += image.size();
        super.visitImage(image);
      }
    }
  }
}
