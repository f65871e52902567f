package dev.profdata;

/**
 * What became of the function records of an input of a merge.
 *
 * @param seen how many were read
 * @param used how many came to the sum; with some of them not all fitted it
 * @param dropped how many were left away: because they do not fit the records of other inputs, or
 *     by a policy ({@link dev.profdata.io.RecordPolicies})
 * @param repaired how many of those used are not as they were in the file: counts were brought into
 *     range
 * @since 0.1
 */
public record FunctionTally(long seen, long used, long dropped, long repaired) {
  /** No function. */
  public static final FunctionTally NONE = new FunctionTally(0, 0, 0, 0);

  /** Returns both together. */
  public FunctionTally plus(FunctionTally other) {
    return new FunctionTally(
        seen + other.seen, used + other.used, dropped + other.dropped, repaired + other.repaired);
  }
}
