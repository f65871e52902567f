package dev.profdata.io;

import java.util.Optional;

/**
 * Profiles that are sound each by itself but cannot be merged with one another.
 *
 * @since 0.1
 */
public final class ProfileMismatchException extends ProfileException {
  private static final long serialVersionUID = 1;

  /** Says which source does not fit what was merged before, and why. */
  public ProfileMismatchException(ErrorKind kind, String source, String detail) {
    super(kind, source, detail, Optional.empty());
  }
}
