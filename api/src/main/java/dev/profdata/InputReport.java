package dev.profdata;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.ProfileException;
import java.util.List;
import java.util.Optional;

/**
 * What became of one input of a merge.
 *
 * @param source its name
 * @param weight by how much its counts were multiplied, unsigned
 * @param bytes its size
 * @param format what it is, empty if that could not be told
 * @param functions how many function records were read from it
 * @param findings what was repaired, did not fit or is doubtful
 * @param failure why it cannot be used, empty if it was
 * @since 0.1
 */
public record InputReport(
    String source,
    long weight,
    long bytes,
    Optional<ProfileFormat> format,
    long functions,
    List<Finding> findings,
    Optional<ProfileException> failure) {
  /** Copies the list. */
  public InputReport {
    findings = List.copyOf(findings);
  }
}
