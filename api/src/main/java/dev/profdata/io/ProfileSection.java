package dev.profdata.io;

/**
 * A part of a profile file, to say where something was found.
 *
 * @since 0.1
 */
public enum ProfileSection {
  /** Magic, version and sizes. */
  HEADER,
  /** Ids of binaries. */
  BINARY_IDS,
  /** Function records of a raw profile. */
  DATA,
  /** Counters of a raw profile. */
  COUNTERS,
  /** Bitmap bytes of a raw profile. */
  BITMAP,
  /** Counters of uniform executions of a raw profile. */
  UNIFORM_COUNTERS,
  /** Names of functions. */
  NAMES,
  /** Records of virtual tables. */
  VTABLES,
  /** Names of virtual tables. */
  VTABLE_NAMES,
  /** Values of value sites of a raw profile. */
  VALUE_DATA,
  /** Summaries of an indexed profile. */
  SUMMARY,
  /** Keys and function records of an indexed profile. */
  RECORDS,
  /** Bucket table of an indexed profile. */
  BUCKETS,
  /** Memory-profile records of an indexed profile. */
  MEMPROF,
  /** Temporal traces. */
  TRACES,
  /** Lines of a text profile. */
  TEXT,
  /** A sum that was taken out of a merge. */
  PARTIAL_SUM,
  /** What stands after an image. */
  TRAILER,
  /** A program, or debug information of one, that a correlator reads. */
  PROGRAM
}
