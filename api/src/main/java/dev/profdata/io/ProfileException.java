package dev.profdata.io;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A profile cannot be used because of its content, not because of the machine or the program.
 *
 * <p>The message says what is wrong and where: {@code app.profraw: names end past the file (section
 * NAMES, at 0x68)}. The same is there as data.
 *
 * @since 0.1
 */
public abstract sealed class ProfileException extends IOException
    permits MalformedProfileException,
        ProfileMismatchException,
        UnsupportedProfileVersionException,
        LossyConversionException,
        MergeFailedException,
        ThinProfileException,
        ProfileTooLargeException {
  private static final long serialVersionUID = 1;

  private final ErrorKind kind;
  private final String source;
  private final String detail;
  private final transient Optional<Place> place;

  ProfileException(ErrorKind kind, String source, String detail, Optional<Place> place) {
    this.kind = kind;
    this.source = source;
    this.detail = detail;
    this.place = place;
  }

  /** Returns source, what is wrong, and the place. */
  @Override
  public String getMessage() {
    return source + ": " + detail + (place == null ? "" : place.map(p -> " " + p).orElse(""));
  }

  /** Returns LLVM's kind of this error. */
  public ErrorKind kind() {
    return kind;
  }

  /** Returns the name of the source, for example a path. */
  public String source() {
    return source;
  }

  /** Returns what is wrong, without source and place. */
  public String detail() {
    return detail;
  }

  /** Returns the part of the file, empty if the whole file is meant. */
  public Optional<ProfileSection> section() {
    return place == null ? Optional.empty() : place.map(Place::section);
  }

  /** Returns the absolute offset in bytes from the start of the file, if it is known. */
  public OptionalLong offset() {
    return place == null || place.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(place.get().offset());
  }

  /**
   * A place in a file.
   *
   * @param section the part of the file
   * @param offset in bytes from the start of the file
   */
  public record Place(ProfileSection section, long offset) {
    /** Returns for example {@code (section NAMES, at 0x68)}. */
    @Override
    public String toString() {
      return "(section %s, at 0x%x)".formatted(section, offset);
    }
  }
}
