package dev.profdata;

import dev.profdata.io.Finding;
import dev.profdata.io.ProfileException;

/**
 * Told of the progress and the problems of a merge, from the thread that runs it.
 *
 * @since 0.1
 */
public interface MergeListener {
  /** Ignores everything. */
  MergeListener SILENT = new MergeListener() {};

  /**
   * An input begins.
   *
   * @param source its name
   * @param progress what was read before it, and how much there is in all
   * @return false to stop the merge; it then throws a {@link java.io.InterruptedIOException} and
   *     writes nothing
   */
  default boolean inputStarted(String source, MergeProgress progress) {
    return true;
  }

  /** An input was read. */
  default void inputDone(InputReport input) {}

  /** Something was lost, repaired or doubtful. */
  default void finding(Finding finding) {}

  /** An input cannot be used. */
  default void inputFailed(ProfileException failure) {}
}
