package dev.profdata;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ForwardingVisitor;
import dev.profdata.io.MergeFailedException;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ReadSession;
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
  private final MergeEngine engine;
  private final ReadSession session = ReadSession.start();
  private final List<InputReport> reports = new ArrayList<>();

  MergeRun(ProfileProviders providers, MergeOptions options, LlvmRelease release) {
    this.providers = providers;
    this.options = options;
    this.engine =
        providers.newEngine(
            new MergeSettings(
                release, options.imitates(), options.traceReservoir(), options.maxTraceLength()));
  }

  void read(List<MergeInput> inputs) throws IOException {
    for (MergeInput input : inputs) {
      if (!options.listener().inputStarted(input.name(), reports.size(), inputs.size())) {
        throw new InterruptedIOException("merge stopped before " + input.name());
      }
      InputReport report = new InputRun(input).read();
      reports.add(report);
      report.failure().ifPresent(options.listener()::inputFailed);
      options.listener().inputDone(report);
    }
    checkFailures();
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

  void accept(ProfileVisitor visitor) throws IOException {
    engine.accept(visitor);
  }

  List<InputReport> reports() {
    return List.copyOf(reports);
  }

  /** The reading of one input. */
  private final class InputRun {
    private final MergeInput input;
    private final List<Finding> findings = new ArrayList<>();
    private Optional<ProfileFormat> format = Optional.empty();
    private long bytes;
    private long functions;

    InputRun(MergeInput input) {
      this.input = input;
    }

    InputReport read() throws IOException {
      try {
        if (input instanceof MergeInput.OfSource source) {
          readSource(source);
        } else if (input instanceof MergeInput.OfProfile memory) {
          readProfile(memory.profile());
        }
        return report(Optional.empty());
      } catch (ProfileException e) {
        return report(Optional.of(e));
      }
    }

    private void readSource(MergeInput.OfSource source) throws IOException {
      try (ProfileInput opened = session.open(source.source())) {
        bytes = opened.size();
        if (bytes == 0) {
          note(Finding.of(FindingKind.EMPTY_INPUT, input.name(), "file is empty, skipped"));
          return;
        }
        try (ProfileReader reader = providers.open(opened, options.reading().within(session))) {
          format = Optional.of(reader.format());
          reader.accept(
              new Counting(engine.input(described(reader.format(), reader.variant()), this::note)));
        }
      }
    }

    private void readProfile(InstrProfile profile) throws IOException {
      format = Optional.of(profile.format());
      ProfileVisitor visitor =
          new Counting(engine.input(described(profile.format(), profile.variant()), this::note));
      for (ProfileImage image : profile.images()) {
        visitor.visitImage(image);
      }
      visitor.visitTraces(profile.traces());
      visitor.visitEnd();
    }

    private EngineInput described(ProfileFormat found, ProfileVariant variant) {
      return new EngineInput(input.name(), found, variant, input.weight());
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
