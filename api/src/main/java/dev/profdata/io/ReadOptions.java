package dev.profdata.io;

import java.util.Optional;

/**
 * How a profile is read: limits against hostile files, and how much is kept.
 *
 * @param maxNameBytes the most bytes that the names of an image may have after inflating
 * @param maxFunctions the most function records in a raw image, and the most names in an indexed
 *     profile; a text profile is bounded by its own size
 * @param keepsOrigin whether images keep what is needed to write them back unchanged
 * @param correlator finds the functions of profiles that hold counters only
 * @param session what this read shares with others, if images need not outlive it
 * @param salvages whether of a file that ends too early all that is whole is read, see {@link
 *     Salvage}
 * @since 0.1
 */
public record ReadOptions(
    long maxNameBytes,
    long maxFunctions,
    boolean keepsOrigin,
    Optional<ProfileCorrelator> correlator,
    Optional<ReadSession> session,
    boolean salvages) {
  private static final long DEFAULT_MAX_NAME_BYTES = 1L << 30;
  private static final long DEFAULT_MAX_FUNCTIONS = 1L << 27;

  /** The limits that fit everything real; all that a file says is kept. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(
          DEFAULT_MAX_NAME_BYTES,
          DEFAULT_MAX_FUNCTIONS,
          true,
          Optional.empty(),
          Optional.empty(),
          false);

  /** Refuses limits below 1. */
  public ReadOptions {
    if (maxNameBytes < 1 || maxFunctions < 1) {
      throw new IllegalArgumentException("a limit is at least 1");
    }
  }

  /** Returns these options with another limit for the bytes of inflated names. */
  public ReadOptions withMaxNameBytes(long bytes) {
    return new ReadOptions(bytes, maxFunctions, keepsOrigin, correlator, session, salvages);
  }

  /** Returns these options with another limit for the function records of an image. */
  public ReadOptions withMaxFunctions(long functions) {
    return new ReadOptions(maxNameBytes, functions, keepsOrigin, correlator, session, salvages);
  }

  /** Returns these options, keeping only what counts and sums need. */
  public ReadOptions withoutOrigin() {
    return new ReadOptions(maxNameBytes, maxFunctions, false, correlator, session, salvages);
  }

  /**
   * Returns these options with something that finds the functions of correlated profiles. A raw
   * profile that has function records of its own is refused then, as by LLVM ({@link
   * ErrorKind#UNEXPECTED_CORRELATION_INFO}).
   */
  public ReadOptions withCorrelator(ProfileCorrelator finder) {
    return new ReadOptions(
        maxNameBytes, maxFunctions, keepsOrigin, Optional.of(finder), session, salvages);
  }

  /** Returns these options for a read within a session, which keeps no origin. */
  public ReadOptions within(ReadSession shared) {
    return new ReadOptions(
        maxNameBytes, maxFunctions, false, correlator, Optional.of(shared), salvages);
  }

  /**
   * Returns these options for files that may have been cut off, by a full disk or a crash: a reader
   * that meets the end of the file too early keeps every record that is whole, and tells what it
   * kept ({@link ProfileVisitor#visitSalvage}). A file of which nothing is whole, and content that
   * contradicts itself, stay errors.
   */
  public ReadOptions salvaging() {
    return new ReadOptions(maxNameBytes, maxFunctions, keepsOrigin, correlator, session, true);
  }
}
