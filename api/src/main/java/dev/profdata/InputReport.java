package dev.profdata;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ProfileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of one input of a merge.
 *
 * @param source its name
 * @param weight by how much its counts were multiplied, unsigned
 * @param bytes its size
 * @param format what it is, empty if that could not be told, or if it is a partial sum
 * @param inputs how many inputs it stands for: 1, or as many as were used for a partial sum
 * @param functions what became of its function records
 * @param elapsed how long the merge waited for it and added it up
 * @param findings what was repaired, did not fit or is doubtful
 * @param failure why it cannot be used, empty if it was
 * @since 0.1
 */
public record InputReport(
    String source,
    long weight,
    long bytes,
    Optional<ProfileFormat> format,
    long inputs,
    FunctionTally functions,
    Duration elapsed,
    List<Finding> findings,
    Optional<ProfileException> failure) {
  /** Copies the list. */
  public InputReport {
    findings = List.copyOf(findings);
  }

  /** Returns what became of it, in a word. */
  public InputVerdict verdict() {
    if (failure.isPresent()) {
      return InputVerdict.FAILED;
    }
    if (has(FindingKind.EMPTY_INPUT) || has(FindingKind.NO_WANTED_BINARY)) {
      return InputVerdict.SKIPPED;
    }
    if (has(FindingKind.SALVAGED)) {
      return InputVerdict.SALVAGED;
    }
    if (functions.dropped() > 0) {
      return InputVerdict.PARTLY_USED;
    }
    boolean repaired =
        functions.repaired() > 0
            || findings.stream()
                .anyMatch(finding -> finding.kind().category() == FindingKind.Category.REPAIR);
    return repaired ? InputVerdict.REPAIRED : InputVerdict.USED;
  }

  private boolean has(FindingKind kind) {
    return findings.stream().anyMatch(finding -> finding.kind() == kind);
  }

  /** Tells whether anything of it counts: it did not fail and was not skipped. */
  public boolean counts() {
    InputVerdict verdict = verdict();
    return verdict != InputVerdict.FAILED && verdict != InputVerdict.SKIPPED;
  }

  /** Returns the verdict, the numbers and the reason, if there is one, on one line. */
  @Override
  public String toString() {
    String numbers =
        "%s: %s, %d of %d functions"
            .formatted(
                source,
                verdict().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                functions.used(),
                functions.seen());
    return failure.map(why -> numbers + ": " + why.detail()).orElse(numbers);
  }
}
