package dev.profdata.io;

import java.util.Objects;

/**
 * What a merge does with single records that do not fit or cannot be right ({@code
 * docs/merging.md}, "Policies"). Immutable.
 *
 * @param onMismatch what becomes of records of one function, by name and structural hash, that have
 *     different numbers of counters, bitmap bytes or value sites
 * @param onOverflow what becomes of a function with a count that the sum cannot hold
 * @param onWrapped what becomes of a record of a raw profile with a counter above 2^56
 * @since 0.1
 */
public record RecordPolicies(OnMismatch onMismatch, OnOverflow onOverflow, OnWrapped onWrapped) {
  /** What LLVM's tool of the target's release does. */
  public static final RecordPolicies DEFAULT =
      new RecordPolicies(OnMismatch.KEEP_FIRST, OnOverflow.CLAMP, OnWrapped.BY_RELEASE);

  /** Refuses null. */
  public RecordPolicies {
    Objects.requireNonNull(onMismatch);
    Objects.requireNonNull(onOverflow);
    Objects.requireNonNull(onWrapped);
  }

  /** What is done with records of one function that do not fit one another. */
  public enum OnMismatch {
    /** The first one stays, what does not fit it is left away, and a warning says so: as LLVM. */
    KEEP_FIRST,
    /** The function is left out of the sum, since nobody knows which record is right. */
    DROP,
    /** The later input cannot be used; records of it that came before stay in the sum. */
    FAIL
  }

  /** What is done with a function whose counts are too large for the sum. */
  public enum OnOverflow {
    /** The count stays at the largest that the release writes, and a warning says so: as LLVM. */
    CLAMP,
    /** The function is left out of the sum. */
    DROP,
    /** The input cannot be used; records of it that came before stay in the sum. */
    FAIL
  }

  /**
   * What is done with a raw counter above 2^56, which no program can have counted: mostly one that
   * was decremented below zero, or hit by damage.
   */
  public enum OnWrapped {
    /** Releases before 18 take it as it is, later ones refuse the input: as LLVM. */
    BY_RELEASE,
    /** The counter is brought into the range 0 to 2^56, read as a signed number. */
    CLAMP,
    /** The record is left away, all others of the input count. */
    DROP,
    /** The input cannot be used, and none of the records of its image counts. */
    FAIL
  }

  /** Returns these policies with another for records that do not fit one another. */
  public RecordPolicies withOnMismatch(OnMismatch other) {
    return new RecordPolicies(other, onOverflow, onWrapped);
  }

  /** Returns these policies with another for counts that are too large for the sum. */
  public RecordPolicies withOnOverflow(OnOverflow other) {
    return new RecordPolicies(onMismatch, other, onWrapped);
  }

  /** Returns these policies with another for raw counters that nobody can have counted. */
  public RecordPolicies withOnWrapped(OnWrapped other) {
    return new RecordPolicies(onMismatch, onOverflow, other);
  }
}
