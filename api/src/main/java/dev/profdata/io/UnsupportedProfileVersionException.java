package dev.profdata.io;

import dev.profdata.format.ProfileFamily;
import java.util.Optional;

/**
 * A profile of a known family whose version no provider at hand reads.
 *
 * @since 0.1
 */
public final class UnsupportedProfileVersionException extends ProfileException {
  private static final long serialVersionUID = 1;
  private static final long VERSION_OFFSET = 8;

  private final ProfileFamily family;
  private final long found;
  private final int lowest;
  private final int highest;

  /**
   * Says which version was found and which can be read.
   *
   * @param found the version number of the file, unsigned
   */
  public UnsupportedProfileVersionException(
      String source, ProfileFamily family, long found, int lowest, int highest) {
    super(
        family == ProfileFamily.RAW
            ? ErrorKind.RAW_PROFILE_VERSION_MISMATCH
            : ErrorKind.UNSUPPORTED_VERSION,
        source,
        "%s profile version %s is unknown: versions %d to %d can be read"
            .formatted(family.label(), Long.toUnsignedString(found), lowest, highest),
        Optional.of(new Place(ProfileSection.HEADER, VERSION_OFFSET)));
    this.family = family;
    this.found = found;
    this.lowest = lowest;
    this.highest = highest;
  }

  /** Returns raw or indexed. */
  public ProfileFamily family() {
    return family;
  }

  /** Returns the version of the file, unsigned. */
  public long found() {
    return found;
  }

  /** Returns the lowest version that can be read. */
  public int lowest() {
    return lowest;
  }

  /** Returns the highest version that can be read. */
  public int highest() {
    return highest;
  }
}
