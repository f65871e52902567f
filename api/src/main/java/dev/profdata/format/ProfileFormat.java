package dev.profdata.format;

import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One version of one family of profiles, as it stands in a file or as a target to be written.
 *
 * <p>A target needs more than the version: the {@linkplain #release() release} whose rules shape
 * the bytes, and for raw profiles the pointer width and the byte order of the program. Where a
 * caller names only a version, the rules are those of the newest release that writes it. Values are
 * immutable and may be shared between threads.
 *
 * @since 0.1
 */
public final class ProfileFormat {
  private static final int DEFAULT_POINTER_BITS = 64;

  private final ProfileFamily family;
  private final int version;
  private final LlvmRelease release;
  private final int pointerBits;
  private final ByteOrder byteOrder;
  private final Optional<String> dialect;
  private final Set<ProfileFeature> features;

  private ProfileFormat(
      ProfileFamily family,
      int version,
      LlvmRelease release,
      int pointerBits,
      ByteOrder byteOrder,
      Optional<String> dialect,
      Set<ProfileFeature> features) {
    this.family = family;
    this.version = version;
    this.release = release;
    this.pointerBits = pointerBits;
    this.byteOrder = byteOrder;
    this.dialect = dialect;
    this.features = features;
  }

  private static ProfileFormat standard(ProfileFamily family, int version, LlvmRelease release) {
    return new ProfileFormat(
        family,
        version,
        release,
        DEFAULT_POINTER_BITS,
        ByteOrder.LITTLE_ENDIAN,
        Optional.empty(),
        ProfileFeature.of(family, version, release));
  }

  /**
   * Returns a raw version for 64-bit little-endian programs.
   *
   * @param version 1 to 11
   * @throws IllegalArgumentException if no such version is known
   */
  public static ProfileFormat raw(int version) {
    return ofVersion(ProfileFamily.RAW, version);
  }

  /** Returns the raw version that {@code release} writes, for 64-bit little-endian programs. */
  public static ProfileFormat rawFor(LlvmRelease release) {
    return standard(ProfileFamily.RAW, release.rawVersion(), release);
  }

  /**
   * Returns an indexed version by the rules of the newest release that writes it.
   *
   * @param version 1 to 14
   * @throws IllegalArgumentException if no such version is known
   */
  public static ProfileFormat indexed(int version) {
    return ofVersion(ProfileFamily.INDEXED, version);
  }

  /** Returns the indexed version that {@code release} writes, by its rules. */
  public static ProfileFormat indexedFor(LlvmRelease release) {
    return standard(ProfileFamily.INDEXED, release.indexedVersion(), release);
  }

  /** Returns the text form as the newest release writes it. */
  public static ProfileFormat text() {
    return textFor(LlvmRelease.newest());
  }

  /** Returns the text form as {@code release} writes it. */
  public static ProfileFormat textFor(LlvmRelease release) {
    return standard(ProfileFamily.TEXT, 0, release);
  }

  private static ProfileFormat ofVersion(ProfileFamily family, int version) {
    int newest = LlvmRelease.newestVersion(family);
    if (version < 1 || version > newest) {
      throw new IllegalArgumentException(
          "%s version %d is not known: known are 1 to %d"
              .formatted(family.label(), version, newest));
    }
    return standard(family, version, LlvmRelease.newestWriting(family, version).orElseThrow());
  }

  /**
   * Reads a format as the command line spells it: {@code raw:8}, {@code indexed:9}, {@code text} or
   * {@code llvm:16} (the indexed profile of that release).
   *
   * @throws IllegalArgumentException if the words mean no known format
   */
  public static ProfileFormat parse(String spelling) {
    String[] parts = spelling.toLowerCase(Locale.ROOT).split(":", 2);
    if (parts.length == 1 && parts[0].equals("text")) {
      return text();
    }
    int number;
    try {
      number = Integer.parseInt(parts[parts.length - 1]);
    } catch (NumberFormatException e) {
      throw unknownSpelling(spelling);
    }
    return switch (parts[0]) {
      case "raw" -> raw(number);
      case "indexed" -> indexed(number);
      case "llvm" -> indexedFor(LlvmRelease.of(number));
      case "text" -> textFor(LlvmRelease.of(number));
      default -> throw unknownSpelling(spelling);
    };
  }

  private static IllegalArgumentException unknownSpelling(String spelling) {
    return new IllegalArgumentException(
        "'%s' is no format: say raw:N, indexed:N, text, text:RELEASE or llvm:RELEASE"
            .formatted(spelling));
  }

  /**
   * Returns this format under a name of its own, as a vendor's provider speaks it.
   *
   * @param name distinguishes the dialect from LLVM's own format and from other dialects
   * @param held what the dialect can hold
   */
  public ProfileFormat asDialect(String name, Set<ProfileFeature> held) {
    Set<ProfileFeature> copy = EnumSet.noneOf(ProfileFeature.class);
    copy.addAll(held);
    return new ProfileFormat(
        family, version, release, pointerBits, byteOrder, Optional.of(name), copy);
  }

  /**
   * Returns this format for programs whose pointers have this many bits.
   *
   * @param bits 32 or 64
   */
  public ProfileFormat withPointerBits(int bits) {
    if (bits != 32 && bits != 64) {
      throw new IllegalArgumentException("pointers have 32 or 64 bits, not " + bits);
    }
    return new ProfileFormat(family, version, release, bits, byteOrder, dialect, features);
  }

  /** Returns this format for programs of this byte order. */
  public ProfileFormat withByteOrder(ByteOrder order) {
    return new ProfileFormat(family, version, release, pointerBits, order, dialect, features);
  }

  /** Returns this version, written by the rules of another release. */
  public ProfileFormat withRelease(LlvmRelease rules) {
    Set<ProfileFeature> held =
        dialect.isPresent() ? features : ProfileFeature.of(family, version, rules);
    return new ProfileFormat(family, version, rules, pointerBits, byteOrder, dialect, held);
  }

  /** Returns raw, indexed or text. */
  public ProfileFamily family() {
    return family;
  }

  /** Returns the version number; 0 for text. */
  public int version() {
    return version;
  }

  /** Returns the release whose rules shape what is written. */
  public LlvmRelease release() {
    return release;
  }

  /** Returns the width of a pointer in bits, 32 or 64; it matters in raw profiles only. */
  public int pointerBits() {
    return pointerBits;
  }

  /** Returns the byte order; it matters in raw profiles only. */
  public ByteOrder byteOrder() {
    return byteOrder;
  }

  /** Returns the name of a vendor's dialect, empty for LLVM's own formats. */
  public Optional<String> dialect() {
    return dialect;
  }

  /** Returns all that this version can hold. */
  public Set<ProfileFeature> features() {
    return Set.copyOf(features);
  }

  /** Tells whether this version can hold {@code feature}. */
  public boolean supports(ProfileFeature feature) {
    return features.contains(feature);
  }

  /**
   * Tells whether {@code other} is the same version of the same family and dialect, whatever its
   * release, width and byte order.
   */
  public boolean sameVersion(ProfileFormat other) {
    return family == other.family && version == other.version && dialect.equals(other.dialect);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProfileFormat format
        && sameVersion(format)
        && release.equals(format.release)
        && pointerBits == format.pointerBits
        && byteOrder == format.byteOrder
        && features.equals(format.features);
  }

  @Override
  public int hashCode() {
    return Objects.hash(family, version, dialect, release, pointerBits, byteOrder);
  }

  /** Returns for example {@code raw 8 (64-bit little-endian)} or {@code indexed 9}. */
  @Override
  public String toString() {
    String name = dialect.map(d -> d + " ").orElse("") + family.label();
    return switch (family) {
      case RAW ->
          "%s %d (%d-bit %s)"
              .formatted(
                  name,
                  version,
                  pointerBits,
                  byteOrder == ByteOrder.BIG_ENDIAN ? "big-endian" : "little-endian");
      case INDEXED -> name + " " + version;
      case TEXT -> name;
    };
  }
}
