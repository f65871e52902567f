package dev.profdata.io;

/**
 * Where the functions of profiles that hold counters only are found.
 *
 * @since 0.1
 */
public enum CorrelationKind {
  /**
   * In the debug information of the program (DWARF 4 or 5), which clang from 14 on writes with
   * {@code -mllvm -debug-info-correlate}, from 18 on with {@code -mllvm
   * -profile-correlate=debug-info}.
   */
  DEBUG_INFO,
  /**
   * In sections of the program that are not loaded, which clang from 18 on writes with {@code
   * -mllvm -profile-correlate=binary}.
   */
  BINARY
}
