package dev.profdata;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a merge did.
 *
 * @param format what was written; for a partial sum what it is meant for
 * @param inputs one for each input, in order
 * @param totals how much is in the sum
 * @param hotOverlap how many of the hot functions of the reference are hot in the sum, in percent,
 *     if there was one ({@link MergeExpectations})
 * @param elapsed how long it took in all
 * @param sumFindings what is doubtful about the sum itself
 * @param losses what the target could not hold
 * @since 0.1
 */
public record MergeReport(
    ProfileFormat format,
    List<InputReport> inputs,
    SumTotals totals,
    OptionalDouble hotOverlap,
    Duration elapsed,
    List<Finding> sumFindings,
    List<Finding> losses) {
  /** Copies the lists. */
  public MergeReport {
    inputs = List.copyOf(inputs);
    sumFindings = List.copyOf(sumFindings);
    losses = List.copyOf(losses);
  }

  /** Returns all findings of all inputs, then those of the sum, then the losses. */
  public List<Finding> findings() {
    return Stream.of(
            inputs.stream().flatMap(input -> input.findings().stream()),
            sumFindings.stream(),
            losses.stream())
        .flatMap(stream -> stream)
        .toList();
  }

  /** Returns how many inputs could not be used. */
  public long failures() {
    return inputs.stream().filter(input -> input.failure().isPresent()).count();
  }

  /** Returns how many inputs count; a partial sum stands for all of its own. */
  public long inputsUsed() {
    return inputs.stream().filter(InputReport::counts).mapToLong(InputReport::inputs).sum();
  }

  /** Returns what became of the function records of all inputs together. */
  public FunctionTally functions() {
    return inputs.stream()
        .map(InputReport::functions)
        .reduce(FunctionTally.NONE, FunctionTally::plus);
  }

  /** Returns how many bytes all inputs have. */
  public long bytes() {
    return inputs.stream().mapToLong(InputReport::bytes).sum();
  }

  /** Returns a line for each input, and one for the sum, with line feeds between them. */
  @Override
  public String toString() {
    String sum =
        "%s: %d functions, %d of them ran, total count %s, from %d of %d inputs in %d ms"
            .formatted(
                format,
                totals.functions(),
                totals.functionsRun(),
                Long.toUnsignedString(totals.totalCount()),
                inputs.stream().filter(InputReport::counts).count(),
                inputs.size(),
                elapsed.toMillis());
    return Stream.concat(inputs.stream().map(InputReport::toString), Stream.of(sum))
        .collect(Collectors.joining("\n"));
  }
}
