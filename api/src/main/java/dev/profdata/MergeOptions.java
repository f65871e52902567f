package dev.profdata;

import dev.profdata.io.ReadOptions;
import dev.profdata.io.WriteOptions;
import dev.profdata.spi.MergeSettings;

/**
 * How a merge treats its inputs and its output.
 *
 * @param failureMode when inputs that cannot be used make the merge fail
 * @param reading limits for reading
 * @param writing what the output leaves out, and which losses are allowed
 * @param imitates whether LLVM's own slips are followed where they are known
 * @param traceReservoir how many temporal traces are kept at the most
 * @param maxTraceLength how many functions of a temporal trace are kept at the most
 * @param listener told of progress and problems as they happen
 * @since 0.1
 */
public record MergeOptions(
    FailureMode failureMode,
    ReadOptions reading,
    WriteOptions writing,
    boolean imitates,
    int traceReservoir,
    int maxTraceLength,
    MergeListener listener) {
  /** Fails at the first unusable input, refuses losses, listens to nothing. */
  public static final MergeOptions DEFAULT =
      new MergeOptions(
          FailureMode.ANY,
          ReadOptions.DEFAULT.withoutOrigin(),
          WriteOptions.DEFAULT,
          false,
          MergeSettings.DEFAULT_RESERVOIR,
          MergeSettings.DEFAULT_TRACE_LENGTH,
          MergeListener.SILENT);

  /** Returns these options with another failure mode. */
  public MergeOptions withFailureMode(FailureMode mode) {
    return new MergeOptions(
        mode, reading, writing, imitates, traceReservoir, maxTraceLength, listener);
  }

  /** Returns these options with other limits for reading. */
  public MergeOptions withReading(ReadOptions options) {
    return new MergeOptions(
        failureMode, options, writing, imitates, traceReservoir, maxTraceLength, listener);
  }

  /** Returns these options with other rules for writing. */
  public MergeOptions withWriting(WriteOptions options) {
    return new MergeOptions(
        failureMode, reading, options, imitates, traceReservoir, maxTraceLength, listener);
  }

  /** Returns these options, following LLVM's own slips or not. */
  public MergeOptions imitating(boolean value) {
    return new MergeOptions(
        failureMode, reading, writing, value, traceReservoir, maxTraceLength, listener);
  }

  /** Returns these options with other limits for temporal traces. */
  public MergeOptions withTraces(int reservoir, int maxLength) {
    return new MergeOptions(
        failureMode, reading, writing, imitates, reservoir, maxLength, listener);
  }

  /** Returns these options with another listener. */
  public MergeOptions withListener(MergeListener value) {
    return new MergeOptions(
        failureMode, reading, writing, imitates, traceReservoir, maxTraceLength, value);
  }
}
