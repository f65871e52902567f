package dev.profdata;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ForwardingVisitor;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileMismatchException;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.Salvage;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import dev.profdata.spi.EngineInput;
import dev.profdata.spi.MergeEngine;
import dev.profdata.spi.PartialSum;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reading of one input of a merge into an engine. */
final class InputRun {
  private final MergeInput input;
  private final MergeEngine engine;
  private final VersionSkew skew;
  private final Optional<Renaming> remapping;
  private final MergeOptions options;
  private final List<Finding> findings = new ArrayList<>();
  private Optional<ProfileFormat> format = Optional.empty();
  private long bytes;
  private long inputs = 1;
  private long seen;
  private long dropped;
  private long repaired;

  InputRun(
      MergeInput input,
      MergeEngine engine,
      VersionSkew skew,
      Optional<Renaming> remapping,
      MergeOptions options) {
    this.input = input;
    this.engine = engine;
    this.skew = skew;
    this.remapping = remapping;
    this.options = options;
  }

  InputReport read(InputFeed feed) throws IOException {
    long began = System.nanoTime();
    Optional<ProfileException> failure = Optional.empty();
    try {
      if (input instanceof MergeInput.OfSource) {
        readSource(feed);
      } else if (input instanceof MergeInput.OfProfile memory) {
        readProfile(memory.profile());
      }
    } catch (ProfileException e) {
      failure = Optional.of(e);
    }
    return new InputReport(
        input.name(),
        input.weight(),
        bytes,
        format,
        inputs,
        new FunctionTally(seen, seen - dropped, dropped, repaired),
        Duration.ofNanos(System.nanoTime() - began),
        findings,
        failure);
  }

  private void readSource(InputFeed feed) throws IOException {
    try (InputContent content = feed.next()) {
      bytes = content.bytes();
      if (bytes == 0) {
        note(Finding.of(FindingKind.EMPTY_INPUT, input.name(), "file is empty, skipped"));
        return;
      }
      Optional<PartialSum> sum = content.partialSum();
      if (sum.isPresent()) {
        addSum(sum.get());
        return;
      }
      format = Optional.of(content.format());
      content.accept(visitor(content.format(), content.variant()));
    }
  }

  private void addSum(PartialSum sum) throws IOException {
    PartialSumNote note = PartialSumNote.of(sum, input.name());
    inputs = note.inputs();
    seen = sum.functions();
    engine.add(sum, input.name(), input.weight(), this::note);
    skew.add(note.skew());
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

  /** Returns what the content is visited with: what is first here comes last in the text. */
  private ProfileVisitor visitor(ProfileFormat found, ProfileVariant variant)
      throws ProfileMismatchException {
    EngineInput described = new EngineInput(input.name(), found, variant, input.weight());
    ProfileVisitor visitor = new Noting(engine.input(described, this::note));
    visitor = skew.source(found, variant, visitor);
    visitor = remapping.isEmpty() ? visitor : new RenamingVisitor(visitor, remapping.get());
    visitor = WrappedCounters.before(visitor, options.policies(), input.name());
    visitor = new Counting(visitor);
    return BinarySelection.before(visitor, options.binaryIds(), input.name());
  }

  private void note(Finding finding) {
    findings.add(finding);
    switch (finding.kind()) {
      case COUNT_MISMATCH, BITMAP_MISMATCH, VALUE_SITE_COUNT_MISMATCH, WRAPPED_COUNTER_DROPPED ->
          dropped++;
      case COUNTER_OVERFLOW, WRAPPED_COUNTER_CLAMPED -> repaired++;
      default -> {}
    }
    options.listener().finding(finding);
  }

  private void note(Salvage salvage) {
    long lost = salvage.functions().orElse(salvage.kept()) - salvage.kept();
    seen += lost;
    dropped += lost;
    repaired += salvage.withoutValues();
  }

  /** Keeps findings from the engine, which knows only those it makes itself. */
  private final class Noting extends ForwardingVisitor {
    Noting(ProfileVisitor next) {
      super(next);
    }

    @Override
    public void visitFinding(Finding finding) {
      note(finding);
    }

    @Override
    public void visitSalvage(Salvage salvage) {
      note(salvage);
    }
  }

  /** Counts functions. */
  private final class Counting extends ForwardingVisitor {
    Counting(ProfileVisitor next) {
      super(next);
    }

    @Override
    public void visitImage(ProfileImage image) throws IOException {
      seen += image.size();
      super.visitImage(image);
    }
  }
}
