package dev.profdata.format;

import java.util.EnumSet;
import java.util.Set;

/**
 * Something that a profile may hold, with the first version of each family that can hold it.
 *
 * <p>For the raw and the indexed family the number is a format version; the text form has no
 * version of its own, there it is the first LLVM release that reads and writes it. Some features
 * came without a new version: a release before them would misread them.
 *
 * @since 0.1
 */
public enum ProfileFeature {
  /** Values seen at value sites; before, counters only. */
  VALUE_DATA(2, 3, 4),
  /** Several structural hashes under one name. */
  SEVERAL_HASHES(1, 2, 4),
  /** The variant flag of IR-level instrumentation. */
  IR_LEVEL(4, 4, 4),
  /** Sizes of memory operations (value kind 1). */
  MEMOP_SIZES(4, 4, 5),
  /** Context-sensitive records and their variant flag. */
  CONTEXT_SENSITIVE(4, 5, 9, 9),
  /** The variant flag "function entry always instrumented". */
  ENTRY_FIRST(7, 7, 13),
  /** Ids of the binaries that the profile was taken from. */
  BINARY_IDS(6, 9, Versions.NEVER),
  /** Counters that only say covered or not. */
  BYTE_COVERAGE(8, 7, 18, 14),
  /** The variant flag "one counter for each function". */
  FUNCTION_ENTRY_ONLY(8, 7, Versions.NEVER, 14),
  /** Counters without metadata, to be joined with debug information. */
  DEBUG_CORRELATION(8, Versions.NEVER, Versions.NEVER),
  /** A section of memory-profile records. */
  MEMPROF(Versions.NEVER, 8, Versions.NEVER),
  /** In which order functions ran first. */
  TEMPORAL_TRACES(8, 10, 17, 17),
  /** Bitmaps of modified condition/decision coverage. */
  BITMAPS(9, 11, 18),
  /** Virtual tables and the sites that use them (value kind 2). */
  VTABLES(10, 12, 19),
  /** The variant flag "loop entries instrumented". */
  LOOP_ENTRIES(10, 12, 21, 20),
  /** Counters of executions with all lanes of a GPU active. */
  UNIFORM_COUNTERS(11, 14, Versions.NEVER),
  /** Functions known by the hash of their name alone. */
  UNNAMED_FUNCTIONS(3, Versions.NEVER, Versions.NEVER),
  /** Several images, each with tables of its own. */
  SEVERAL_IMAGES(1, Versions.NEVER, Versions.NEVER),
  /** A summary of all counters. */
  SUMMARY(Versions.NEVER, 4, Versions.NEVER);

  private final int rawSince;
  private final int indexedSince;
  private final int textSinceRelease;
  private final int sinceRelease;

  ProfileFeature(int rawSince, int indexedSince, int textSinceRelease) {
    this(rawSince, indexedSince, textSinceRelease, 0);
  }

  ProfileFeature(int rawSince, int indexedSince, int textSinceRelease, int sinceRelease) {
    this.sinceRelease = sinceRelease;
    this.rawSince = rawSince;
    this.indexedSince = indexedSince;
    this.textSinceRelease = textSinceRelease;
  }

  static Set<ProfileFeature> of(ProfileFamily family, int version, LlvmRelease release) {
    var features = EnumSet.noneOf(ProfileFeature.class);
    for (ProfileFeature feature : values()) {
      boolean held =
          switch (family) {
            case RAW -> feature.rawSince <= version;
            case INDEXED -> feature.indexedSince <= version;
            case TEXT -> feature.textSinceRelease <= release.major();
          };
      if (held && feature.sinceRelease <= release.major()) {
        features.add(feature);
      }
    }
    return features;
  }

  /** A holder, because enum constants cannot refer to a static field of their own enum. */
  private static final class Versions {
    static final int NEVER = Integer.MAX_VALUE;

    private Versions() {}
  }
}
