package dev.profdata.format;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A major release of LLVM: which versions its tools write, and by which rules.
 *
 * <p>Releases from {@linkplain #oldestTarget() 13} on are checked against their real tools and may
 * be asked for as the target of a merge. Older ones are known as producers of files. Values are
 * immutable and may be shared between threads.
 *
 * @since 0.1
 */
public final class LlvmRelease implements Comparable<LlvmRelease> {
  private static final int[][] MAJOR_RAW_INDEXED = {
    {4, 4, 4},
    {5, 4, 4},
    {6, 4, 5},
    {7, 4, 5},
    {8, 4, 5},
    {9, 4, 5},
    {10, 5, 5},
    {11, 5, 6},
    {12, 5, 7},
    {13, 7, 7},
    {14, 8, 7},
    {15, 8, 8},
    {16, 8, 9},
    {17, 8, 10},
    {18, 9, 11},
    {19, 10, 12},
    {20, 10, 12},
    {21, 10, 12},
    {22, 10, 13},
    {23, 11, 14},
  };
  private static final List<LlvmRelease> ALL =
      Arrays.stream(MAJOR_RAW_INDEXED).map(row -> new LlvmRelease(row[0], row[1], row[2])).toList();
  private static final int OLDEST_TARGET = 13;

  private final int major;
  private final int rawVersion;
  private final int indexedVersion;

  private LlvmRelease(int major, int rawVersion, int indexedVersion) {
    this.major = major;
    this.rawVersion = rawVersion;
    this.indexedVersion = indexedVersion;
  }

  /**
   * Returns the release with this major number.
   *
   * @param major 4 to 23
   * @throws IllegalArgumentException if no such release is known; the message names those that are
   */
  public static LlvmRelease of(int major) {
    return ALL.stream()
        .filter(release -> release.major == major)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "LLVM %d is not known: known are %d to %d"
                        .formatted(major, ALL.get(0).major, newest().major)));
  }

  /** Returns the newest release known. */
  public static LlvmRelease newest() {
    return ALL.get(ALL.size() - 1);
  }

  /** Returns the oldest release whose output can be asked for. */
  public static LlvmRelease oldestTarget() {
    return of(OLDEST_TARGET);
  }

  /** Returns all known releases, oldest first. */
  public static List<LlvmRelease> all() {
    return ALL;
  }

  /** Returns all releases whose output can be asked for, oldest first. */
  public static List<LlvmRelease> targets() {
    return ALL.stream().filter(release -> release.major >= OLDEST_TARGET).toList();
  }

  /**
   * Returns the newest release that writes this version of a family.
   *
   * <p>Versions that only development states wrote count for the oldest release that is newer.
   *
   * @param family not {@link ProfileFamily#TEXT}, whose version does not tell a release
   * @param version a version number of that family
   * @return empty if the version is newer than any known release
   */
  public static Optional<LlvmRelease> newestWriting(ProfileFamily family, int version) {
    Optional<LlvmRelease> exact =
        ALL.stream()
            .filter(release -> release.versionOf(family) == version)
            .max(Comparator.naturalOrder());
    return exact.or(
        () ->
            ALL.stream()
                .filter(release -> release.versionOf(family) > version)
                .min(Comparator.naturalOrder()));
  }

  /** Returns the releases whose own tool reads this raw version, oldest first. */
  public static List<LlvmRelease> readingRaw(int version) {
    return ALL.stream().filter(release -> release.rawVersion == version).toList();
  }

  /** Returns the major number, for example 16. */
  public int major() {
    return major;
  }

  /** Returns the one version of raw profiles that this release writes and reads. */
  public int rawVersion() {
    return rawVersion;
  }

  /** Returns the version of indexed profiles that this release writes; it reads all up to it. */
  public int indexedVersion() {
    return indexedVersion;
  }

  /**
   * Tells whether the tools of this release read a format: its raw version, and indexed ones up to
   * its own.
   */
  public boolean reads(ProfileFormat format) {
    return switch (format.family()) {
      case RAW -> format.version() == rawVersion;
      case INDEXED -> format.version() <= indexedVersion;
      case TEXT -> true;
    };
  }

  /** Tells whether the tools of this release behave by {@code rule}. */
  public boolean follows(ReleaseRule rule) {
    return rule.holdsIn(major);
  }

  private int versionOf(ProfileFamily family) {
    return switch (family) {
      case RAW -> rawVersion;
      case INDEXED -> indexedVersion;
      case TEXT -> throw new IllegalArgumentException("the text form has no version");
    };
  }

  static int newestVersion(ProfileFamily family) {
    return newest().versionOf(family);
  }

  @Override
  public int compareTo(LlvmRelease other) {
    return Integer.compare(major, other.major);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LlvmRelease release && release.major == major;
  }

  @Override
  public int hashCode() {
    return major;
  }

  @Override
  public String toString() {
    return "LLVM " + major;
  }
}
