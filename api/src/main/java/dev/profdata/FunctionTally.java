package dev.profdata;

/**
 * What became of the function records of an input of a merge.
 *
 * @param seen how many it has; of a file that is cut off, how many it announces
 * @param used how many came to the sum; with some of them not all fitted it
 * @param dropped how many were left away: because they do not fit the records of other inputs, by a
 *     policy ({@link dev.profdata.io.RecordPolicies}), or because the file is cut off before them
 * @param repaired how many of those used are not as they were in the program: counts were brought
 *     into range, or the file is cut off before their values
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
