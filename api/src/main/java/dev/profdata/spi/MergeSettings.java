package dev.profdata.spi;

import dev.profdata.format.LlvmRelease;
import dev.profdata.io.RecordPolicies;

/**
 * What a merge engine needs to know.
 *
 * @param release the release whose rules of addition hold
 * @param imitates whether LLVM's own slips are followed where they are known, as {@code merge
 *     --llvm=N} asks for
 * @param joinsUnnamed whether records without a known name all count as bearing the empty name, as
 *     in LLVM; else each keeps the hash of its name
 * @param traceReservoir how many temporal traces are kept at the most
 * @param maxTraceLength how many functions of a temporal trace are kept at the most
 * @param policies what is done with records that do not fit; wrapped counters are settled before
 *     the engine sees them, unless the release decides
 * @param combinable whether the sum will be taken out as a {@link PartialSum}, for which the engine
 *     keeps what it could else forget
 * @since 0.1
 */
public record MergeSettings(
    LlvmRelease release,
    boolean imitates,
    boolean joinsUnnamed,
    int traceReservoir,
    int maxTraceLength,
    RecordPolicies policies,
    boolean combinable) {
  /** How many temporal traces LLVM keeps when it is not told. */
  public static final int DEFAULT_RESERVOIR = 100;

  /** How many functions of a temporal trace LLVM keeps when it is not told. */
  public static final int DEFAULT_TRACE_LENGTH = 10_000;

  /** Returns the settings of LLVM's tool of this release when no option is given. */
  public static MergeSettings of(LlvmRelease release) {
    return new MergeSettings(
        release,
        false,
        false,
        DEFAULT_RESERVOIR,
        DEFAULT_TRACE_LENGTH,
        RecordPolicies.DEFAULT,
        false);
  }
}
