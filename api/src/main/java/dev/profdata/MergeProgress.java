package dev.profdata;

import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * How far a merge is. Immutable.
 *
 * @since 0.1
 */
public final class MergeProgress {
  private final int inputsDone;
  private final int inputs;
  private final long bytesDone;
  private final Supplier<OptionalLong> bytes;

  MergeProgress(int inputsDone, int inputs, long bytesDone, Supplier<OptionalLong> bytes) {
    this.inputsDone = inputsDone;
    this.inputs = inputs;
    this.bytesDone = bytesDone;
    this.bytes = bytes;
  }

  /** Returns how many inputs were read. */
  public int inputsDone() {
    return inputsDone;
  }

  /** Returns how many inputs there are in all. */
  public int inputs() {
    return inputs;
  }

  /** Returns how many bytes were read. */
  public long bytesDone() {
    return bytesDone;
  }

  /**
   * Returns how many bytes all inputs have together, as far as their sources say; asks them the
   * first time it is called.
   *
   * @return empty if a source does not know its size before it was read
   */
  public OptionalLong bytes() {
    return bytes.get();
  }

  /** Returns for example {@code 3 of 8 inputs, 4096 bytes}. */
  @Override
  public String toString() {
    return "%d of %d inputs, %d bytes".formatted(inputsDone, inputs, bytesDone);
  }
}
