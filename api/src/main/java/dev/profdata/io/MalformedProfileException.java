package dev.profdata.io;

import java.util.Optional;

/**
 * The bytes are no profile, or a damaged one.
 *
 * @since 0.1
 */
public final class MalformedProfileException extends ProfileException {
  private static final long serialVersionUID = 1;

  /** Says that the whole source is unusable. */
  public MalformedProfileException(ErrorKind kind, String source, String detail) {
    super(kind, source, detail, Optional.empty());
  }

  /**
   * Says what is wrong at a place.
   *
   * @param offset in bytes from the start of the file
   */
  public MalformedProfileException(
      ErrorKind kind, String source, String detail, ProfileSection section, long offset) {
    super(kind, source, detail, Optional.of(new Place(section, offset)));
  }
}
