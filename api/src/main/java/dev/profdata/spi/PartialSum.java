package dev.profdata.spi;

import dev.profdata.format.LlvmRelease;

/**
 * The state of a merge engine, taken out so that another engine of the same provider can go on with
 * it. Immutable.
 *
 * @since 0.1
 */
public interface PartialSum {
  /** Returns the release by whose rules it was added up. */
  LlvmRelease release();

  /** Tells whether LLVM's own slips were followed. */
  boolean imitates();

  /** Returns how many function records it has. */
  long functions();

  /** Returns the bytes that the caller added when it was taken out. */
  byte[] note();
}
