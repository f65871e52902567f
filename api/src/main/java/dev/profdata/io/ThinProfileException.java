package dev.profdata.io;

import java.util.List;
import java.util.Optional;

/**
 * The sum of a merge has less in it than the caller expects. Nothing was written.
 *
 * @since 0.1
 */
public final class ThinProfileException extends ProfileException {
  private static final long serialVersionUID = 1;

  private final transient List<String> shortfalls;

  /**
   * Says what the sum lacks.
   *
   * @param shortfalls a sentence for each expectation that does not hold, at least one
   */
  public ThinProfileException(String target, List<String> shortfalls) {
    super(ErrorKind.THIN_PROFILE, target, String.join("; ", shortfalls), Optional.empty());
    this.shortfalls = List.copyOf(shortfalls);
  }

  /** Returns a sentence for each expectation that does not hold. */
  public List<String> shortfalls() {
    return shortfalls == null ? List.of() : shortfalls;
  }
}
