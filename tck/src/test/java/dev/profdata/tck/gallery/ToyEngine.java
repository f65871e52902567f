package dev.profdata.tck.gallery;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ProfileMismatchException;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.model.BinaryId;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TemporalTrace;
import dev.profdata.model.TraceSet;
import dev.profdata.spi.EngineInput;
import dev.profdata.spi.MergeEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A merge engine that does all things right, slowly; the broken ones change a part of it. */
class ToyEngine implements MergeEngine {
  private final ProfileFormat format;
  private final ToyArithmetic arithmetic;
  private final Map<String, ToyRecord> records = new LinkedHashMap<>();
  private final TreeSet<BinaryId> ids = new TreeSet<>();
  private final List<TemporalTrace> traces = new ArrayList<>();
  private long tracesSeen;
  private Optional<ProfileVariant> variant = Optional.empty();

  ToyEngine(ProfileFormat format, ToyArithmetic arithmetic) {
    this.format = format;
    this.arithmetic = arithmetic;
  }

  @Override
  public ProfileVisitor input(EngineInput input, Consumer<Finding> findings)
      throws ProfileMismatchException {
    ProfileVariant next = input.variant();
    if (variant.isPresent() && contradict(variant.get(), next)) {
      throw new ProfileMismatchException(
          ErrorKind.UNSUPPORTED_VERSION, input.source(), "front end and IR do not merge");
    }
    variant = Optional.of(variant.map(next::union).orElse(next));
    return new Adding(input, findings);
  }

  boolean contradict(ProfileVariant sum, ProfileVariant next) {
    return sum.isIrLevel() && next.frontEnd() || sum.frontEnd() && next.isIrLevel();
  }

  /** Takes an input in. */
  private final class Adding implements ProfileVisitor {
    private final EngineInput input;
    private final Consumer<Finding> findings;

    Adding(EngineInput input, Consumer<Finding> findings) {
      this.input = input;
      this.findings = findings;
    }

    @Override
    public void visitImage(ProfileImage image) {
      addIds(ids, image.binaryIds());
      if (image.size() == 0) {
        nothingAdded(records);
      }
      for (FunctionRecord function : image.records()) {
        String key = "%s 0x%x".formatted(function.name(), function.structuralHash());
        ToyRecord sum = records.computeIfAbsent(key, absent -> new ToyRecord(function));
        if (!sum.fits(function)) {
          report(FindingKind.COUNT_MISMATCH, function);
        } else if (sum.add(function, input.weight(), arithmetic)) {
          report(FindingKind.COUNTER_OVERFLOW, function);
        }
      }
    }

    private void report(FindingKind kind, FunctionRecord function) {
      if (reports(kind)) {
        findings.accept(Finding.in(kind, input.source(), function.name().toString(), kind.name()));
      }
    }

    @Override
    public void visitTraces(TraceSet set) {
      addTraces(traces, set.traces());
      tracesSeen += set.streamSize();
    }
  }

  boolean reports(FindingKind kind) {
    return true;
  }

  void addIds(Set<BinaryId> sum, List<BinaryId> more) {
    sum.addAll(more);
  }

  void addTraces(List<TemporalTrace> sum, List<TemporalTrace> more) {
    sum.addAll(more);
  }

  void nothingAdded(Map<String, ToyRecord> sum) {}

  @Override
  public void addAll(MergeEngine other, Consumer<Finding> findings)
      throws ProfileMismatchException {
    ToyEngine engine = (ToyEngine) other;
    ProfileVisitor adding =
        input(
            new EngineInput("sum", format, engine.variant.orElse(ProfileVariant.NONE), 1),
            findings);
    try {
      engine.accept(adding);
    } catch (IOException e) {
      throw new IllegalStateException("nothing is read", e);
    }
  }

  @Override
  public void accept(ProfileVisitor visitor) throws IOException {
    ImageBuilder image = new ImageBuilder(format);
    records.values().forEach(record -> record.addTo(image));
    visitor.visitImage(
        image
            .finish()
            .variant(variant.orElse(ProfileVariant.NONE))
            .binaryIds(List.copyOf(ids))
            .build());
    if (!traces.isEmpty()) {
      visitor.visitTraces(new TraceSet(traces, tracesSeen));
    }
    visitor.visitEnd();
  }
}
