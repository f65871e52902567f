package dev.profdata;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import java.util.List;

/**
 * What a conversion did.
 *
 * @param source what was read
 * @param target what was written
 * @param losses what the target could not hold
 * @param findings what was repaired or is doubtful
 * @since 0.1
 */
public record ConversionReport(
    ProfileFormat source, ProfileFormat target, List<Finding> losses, List<Finding> findings) {
  /** Copies the lists. */
  public ConversionReport {
    losses = List.copyOf(losses);
    findings = List.copyOf(findings);
  }
}
