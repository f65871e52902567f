package dev.profdata.spi;

import dev.profdata.format.LlvmRelease;

/**
 * What a merge engine needs to know.
 *
 * @param release the release whose rules of addition hold
 * @param imitates whether LLVM's own slips are followed where they are known, as {@code merge
 *     --llvm=N} asks for
 * @param traceReservoir how many temporal traces are kept at the most
 * @param maxTraceLength how many functions of a temporal trace are kept at the most
 * @since 0.1
 */
public record MergeSettings(
    LlvmRelease release, boolean imitates, int traceReservoir, int maxTraceLength) {
  /** How many temporal traces LLVM keeps when it is not told. */
  public static final int DEFAULT_RESERVOIR = 100;

  /** How many functions of a temporal trace LLVM keeps when it is not told. */
  public static final int DEFAULT_TRACE_LENGTH = 10_000;

  /** Returns the settings of LLVM's tool of this release when no option is given. */
  public static MergeSettings of(LlvmRelease release) {
    return new MergeSettings(release, false, DEFAULT_RESERVOIR, DEFAULT_TRACE_LENGTH);
  }
}
