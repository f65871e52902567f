package dev.profdata;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.ForwardingVisitor;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ThinProfileException;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Looks at the sum on its way to the writer: counts what is in it, keeps what is said of it, and
 * lets nothing through that has less in it than the caller expects.
 */
final class SumGate extends ForwardingVisitor {
  private final MergeExpectations expected;
  private final ProfileFormat format;
  private final Predicate<ProfileName> functions;
  private final long inputsUsed;
  private final List<Finding> findings = new ArrayList<>();
  private SumTotals totals = SumTotals.NONE;
  private OptionalDouble hotOverlap = OptionalDouble.empty();

  SumGate(ProfileVisitor next, MergeOptions options, ProfileFormat format, long inputsUsed) {
    super(next);
    this.expected = options.expectations();
    this.functions = options.writing().functions();
    this.format = format;
    this.inputsUsed = inputsUsed;
  }

  /** What is said of functions that are not written does not matter. */
  @Override
  public void visitFinding(Finding finding) {
    if (finding.function().map(ProfileName::of).filter(functions.negate()).isEmpty()) {
      findings.add(finding);
    }
  }

  /** The engine hands its sum over as one image. */
  @Override
  public void visitImage(ProfileImage image) throws IOException {
    totals = totals.plus(SumTotals.of(image));
    Optional<InstrProfile> reference = expected.reference();
    if (reference.isPresent()) {
      HotSet wanted = HotSet.of(reference.get(), format.release());
      HotSet found = HotSet.of(List.of(image), format.release());
      hotOverlap = OptionalDouble.of(wanted.percentIn(found));
    }
    refuseThin();
    super.visitImage(image);
  }

  private void refuseThin() throws ThinProfileException {
    List<String> shortfalls = new ArrayList<>();
    if (inputsUsed < expected.inputs()) {
      shortfalls.add("%d inputs count, expected %d".formatted(inputsUsed, expected.inputs()));
    }
    if (totals.functionsRun() < expected.functions()) {
      shortfalls.add(
          "%d functions ran, expected %d".formatted(totals.functionsRun(), expected.functions()));
    }
    if (Long.compareUnsigned(totals.totalCount(), expected.totalCount()) < 0) {
      shortfalls.add(
          "the total count is %s, expected %s"
              .formatted(
                  Long.toUnsignedString(totals.totalCount()),
                  Long.toUnsignedString(expected.totalCount())));
    }
    if (hotOverlap.isPresent() && hotOverlap.getAsDouble() < expected.hotOverlap()) {
      shortfalls.add(
          String.format(
              Locale.ROOT,
              "%.1f %% of the hot functions of the reference are hot, expected %.1f %%",
              hotOverlap.getAsDouble(),
              expected.hotOverlap()));
    }
    if (!shortfalls.isEmpty()) {
      throw new ThinProfileException("merged profile", shortfalls);
    }
  }

  List<Finding> findings() {
    return findings;
  }

  SumTotals totals() {
    return totals;
  }

  OptionalDouble hotOverlap() {
    return hotOverlap;
  }
}
