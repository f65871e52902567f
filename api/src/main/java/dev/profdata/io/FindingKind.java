package dev.profdata.io;

/**
 * What was lost, repaired or doubtful on the way of a profile.
 *
 * @since 0.1
 */
public enum FindingKind {
  /** Value data that the target has no place for. */
  VALUE_DATA(Category.LOSS),
  /** Sizes of memory operations that the target has no place for. */
  MEMOP_SIZES(Category.LOSS),
  /** Virtual tables and their value sites that the target has no place for. */
  VTABLES(Category.LOSS),
  /** Bitmaps of modified condition/decision coverage that the target has no place for. */
  BITMAPS(Category.LOSS),
  /** Uniform counters of GPU functions that the target has no place for. */
  UNIFORM_COUNTERS(Category.LOSS),
  /** Binary ids that the target has no place for. */
  BINARY_IDS(Category.LOSS),
  /** Temporal traces or time stamps that the target has no place for. */
  TEMPORAL_TRACES(Category.LOSS),
  /** Covered-or-not counters written as the numbers 1 and 0. */
  BYTE_COVERAGE(Category.LOSS),
  /** A variant flag that the target does not know. */
  VARIANT_FLAGS(Category.LOSS),
  /** Memory-profile records that the target has no place for. */
  MEMPROF(Category.LOSS),
  /** A function of which only the hash of its name is known. */
  UNNAMED_FUNCTIONS(Category.LOSS),
  /** Several structural hashes under one name. */
  SEVERAL_HASHES(Category.LOSS),
  /** Values beyond the 255 that a site can hold. */
  VALUES_BEYOND_LIMIT(Category.LOSS),
  /** Structural hashes of another generation than the version of the target stands for. */
  HASH_GENERATION(Category.LOSS),

  /** Eight zero bytes too many after the names. */
  SURPLUS_NAME_PADDING(Category.REPAIR),
  /** Value sites are announced, but there is no value data. */
  MISSING_VALUE_DATA(Category.REPAIR),
  /** A further image that does not start at a multiple of eight bytes. */
  MISALIGNED_IMAGE(Category.REPAIR),
  /** Images of different versions, widths or byte orders in one file. */
  MIXED_IMAGES(Category.REPAIR),
  /** Relative counter pointers under a version number that means absolute ones. */
  RELATIVE_COUNTERS(Category.REPAIR),
  /** A time stamp is announced, but the function has no room for it. */
  MISSING_TIMESTAMP(Category.REPAIR),
  /** Zero bytes before a blob of names. */
  LEADING_NAME_ZEROS(Category.REPAIR),
  /** The last padding of the file is not there. */
  MISSING_PADDING(Category.REPAIR),
  /** The file ends too early; the whole records before its end were kept. */
  SALVAGED(Category.REPAIR),
  /** A raw counter above 2^56 was brought into range. */
  WRAPPED_COUNTER_CLAMPED(Category.REPAIR),
  /** A record with a raw counter above 2^56 was left away. */
  WRAPPED_COUNTER_DROPPED(Category.REPAIR),

  /** An older version was written, so that clang looks for hashes of the generation they are of. */
  KEPT_HASH_GENERATION(Category.WARNING),
  /** The version of the source does not tell which release wrote it; one was assumed. */
  ASSUMED_PRODUCER(Category.WARNING),
  /** Names of local functions were spelt as older releases spell them. */
  RESPELT_LOCAL_NAMES(Category.WARNING),
  /** A variant flag without a known meaning was kept. */
  UNKNOWN_FLAG(Category.WARNING),
  /** Several functions share one address; value targets mean the first. */
  SHARED_ADDRESS(Category.WARNING),
  /** What a program or its debug information tells of a function for correlation is of no use. */
  UNUSABLE_PROBE(Category.WARNING),
  /** The name of a function is not in the table of names. */
  UNKNOWN_NAME(Category.WARNING),
  /** No image of an input is of a wanted binary. */
  NO_WANTED_BINARY(Category.WARNING),
  /** An input without a byte was skipped. */
  EMPTY_INPUT(Category.WARNING),
  /** The records of a function have different numbers of counters. */
  COUNT_MISMATCH(Category.WARNING),
  /** The records of a function have bitmaps of different sizes. */
  BITMAP_MISMATCH(Category.WARNING),
  /** The records of a function have different numbers of value sites. */
  VALUE_SITE_COUNT_MISMATCH(Category.WARNING),
  /** A sum of counters reached its limit. */
  COUNTER_OVERFLOW(Category.WARNING),
  /** A record that LLVM calls invalid was written. */
  INVALID_PROF(Category.WARNING);

  private final Category category;

  FindingKind(Category category) {
    this.category = category;
  }

  /** Returns whether this is a loss, a repair or a warning. */
  public Category category() {
    return category;
  }

  /** How much a finding matters. */
  public enum Category {
    /** Something in the source is not in the result. */
    LOSS,
    /** The source was damaged or odd in a known way and was read as it was meant. */
    REPAIR,
    /** Everything is there, but somebody should know. */
    WARNING
  }
}
