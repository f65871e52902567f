package dev.profdata.io;

import java.util.Optional;

/**
 * A profile asks for more than a limit allows.
 *
 * @since 0.1
 */
public final class ProfileTooLargeException extends ProfileException {
  private static final long serialVersionUID = 1;

  private final long asked;
  private final long allowed;
  private final String option;

  /**
   * Says which limit was passed.
   *
   * @param what what there is too much of, in words
   * @param asked how much the file asks for, unsigned
   * @param option the setting that raises the limit
   * @param offset in bytes from the start of the file
   */
  public ProfileTooLargeException(
      String source,
      String what,
      long asked,
      long allowed,
      String option,
      ProfileSection section,
      long offset) {
    super(
        ErrorKind.TOO_LARGE,
        source,
        "%s: %s, more than the %d that %s allows"
            .formatted(what, Long.toUnsignedString(asked), allowed, option),
        Optional.of(new Place(section, offset)));
    this.asked = asked;
    this.allowed = allowed;
    this.option = option;
  }

  /** Returns how much the file asks for, unsigned. */
  public long asked() {
    return asked;
  }

  /** Returns the limit. */
  public long allowed() {
    return allowed;
  }

  /** Returns the name of the setting that raises the limit. */
  public String option() {
    return option;
  }
}
