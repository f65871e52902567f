package dev.profdata.io;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A target cannot hold all of a profile, and the caller did not allow the loss.
 *
 * @since 0.1
 */
public final class LossyConversionException extends ProfileException {
  private static final long serialVersionUID = 1;

  private final transient List<Finding> losses;

  /**
   * Says what would be lost.
   *
   * @param losses those that were not allowed, at least one
   */
  public LossyConversionException(String source, List<Finding> losses) {
    super(
        ErrorKind.LOSS_NOT_ALLOWED,
        source,
        losses.stream().map(Finding::detail).collect(Collectors.joining("; ", "would lose ", ""))
            + " (allow with "
            + losses.stream()
                .map(loss -> loss.kind().name())
                .distinct()
                .collect(Collectors.joining(","))
            + ")",
        Optional.empty());
    this.losses = List.copyOf(losses);
  }

  /** Returns the losses that were not allowed. */
  public List<Finding> losses() {
    return losses == null ? List.of() : losses;
  }
}
