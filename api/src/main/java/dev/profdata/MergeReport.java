package dev.profdata;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a merge did.
 *
 * @param format what was written
 * @param inputs one for each input, in order
 * @param functions how many function records the sum has
 * @param sumFindings what is doubtful about the sum itself
 * @param losses what the target could not hold
 * @since 0.1
 */
public record MergeReport(
    ProfileFormat format,
    List<InputReport> inputs,
    long functions,
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
}
