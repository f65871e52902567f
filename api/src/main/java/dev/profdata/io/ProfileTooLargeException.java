package dev.profdata.io;

import java.util.Optional;

/**
 * A profile asks for more than a limit allows, or than can be had.
 *
 * @since 0.1
 */
public final class ProfileTooLargeException extends ProfileException {
  private static final long serialVersionUID = 2;

  private final long asked;
  private final long allowed;
  private final transient Optional<Limit> limit;

  /**
   * Says which of {@link Limits} was passed, and how to raise it.
   *
   * @param asked how much the file asks for, unsigned
   * @param offset in bytes from the start of the file
   */
  public ProfileTooLargeException(
      String source, Limit limit, long asked, long allowed, ProfileSection section, long offset) {
    super(
        ErrorKind.TOO_LARGE,
        source,
        "%s: %s, the limit %s is %d; raise it with --limit=%s=N, or in Java with Limits.%s"
            .formatted(
                limit.what(),
                Long.toUnsignedString(asked),
                limit.property(),
                allowed,
                limit.option(),
                "withM" + limit.property().substring(1)),
        Optional.of(new Place(section, offset)));
    this.asked = asked;
    this.allowed = allowed;
    this.limit = Optional.of(limit);
  }

  /**
   * Says that a file asks for more than can be had, whatever the limits.
   *
   * @param what what there is too much of, in words
   * @param asked how much the file asks for, unsigned
   * @param reason what it is too much for, in words
   * @param offset in bytes from the start of the file
   */
  public ProfileTooLargeException(
      String source,
      String what,
      long asked,
      long allowed,
      String reason,
      ProfileSection section,
      long offset) {
    super(
        ErrorKind.TOO_LARGE,
        source,
        "%s: %s, more than the %d that %s allows"
            .formatted(what, Long.toUnsignedString(asked), allowed, reason),
        Optional.of(new Place(section, offset)));
    this.asked = asked;
    this.allowed = allowed;
    this.limit = Optional.empty();
  }

  /** Returns how much the file asks for, unsigned. */
  public long asked() {
    return asked;
  }

  /** Returns how much would have been allowed. */
  public long allowed() {
    return allowed;
  }

  /** Returns the limit that can be raised; empty if raising none would help. */
  @SuppressWarnings("NullAway") // Null after deserialization, like the place of every exception.
  public Optional<Limit> limit() {
    return limit == null ? Optional.empty() : limit;
  }
}
