package dev.profdata.io;

import java.util.Optional;

/**
 * How a profile is read: limits against hostile files, and how much is kept. Immutable; may be
 * shared between threads, but for those {@link #within} a session, which belong to its thread.
 *
 * @param limits how much a file may ask for
 * @param keepsOrigin whether images keep what is needed to write them back unchanged
 * @param correlator finds the functions of profiles that hold counters only
 * @param session what this read shares with others, if images need not outlive it
 * @param salvages whether of a file that ends too early all that is whole is read, see {@link
 *     Salvage}
 * @since 0.1
 */
public record ReadOptions(
    Limits limits,
    boolean keepsOrigin,
    Optional<ProfileCorrelator> correlator,
    Optional<ReadSession> session,
    boolean salvages) {
  /** The limits that fit everything real; all that a file says is kept. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(Limits.DEFAULT, true, Optional.empty(), Optional.empty(), false);

  /** Returns these options with other limits. */
  public ReadOptions withLimits(Limits others) {
    return new ReadOptions(others, keepsOrigin, correlator, session, salvages);
  }

  /** Returns these options, keeping only what counts and sums need. */
  public ReadOptions withoutOrigin() {
    return new ReadOptions(limits, false, correlator, session, salvages);
  }

  /**
   * Returns these options with something that finds the functions of correlated profiles. A raw
   * profile that has function records of its own is refused then, as by LLVM ({@link
   * ErrorKind#UNEXPECTED_CORRELATION_INFO}).
   */
  public ReadOptions withCorrelator(ProfileCorrelator finder) {
    return new ReadOptions(limits, keepsOrigin, Optional.of(finder), session, salvages);
  }

  /** Returns these options for a read within a session, which keeps no origin. */
  public ReadOptions within(ReadSession shared) {
    return new ReadOptions(limits, false, correlator, Optional.of(shared), salvages);
  }

  /**
   * Returns these options for files that may have been cut off, by a full disk or a crash: a reader
   * that meets the end of the file too early keeps every record that is whole, and tells what it
   * kept ({@link ProfileVisitor#visitSalvage}). A file of which nothing is whole, and content that
   * contradicts itself, stay errors.
   */
  public ReadOptions salvaging() {
    return new ReadOptions(limits, keepsOrigin, correlator, session, true);
  }
}
