package dev.profdata.model;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import java.util.List;

/**
 * Keeps functions by their largest counter, as {@code llvm-profdata show --topn} of a release does.
 * Confined to one thread.
 *
 * @since 0.1
 */
public interface HottestFunctions {
  /**
   * A function and its largest counter.
   *
   * @param maxCount unsigned
   * @since 0.1
   */
  record Hot(ProfileName name, long maxCount) {}

  /**
   * Takes the next function in the order of the file.
   *
   * @param maxCount its largest counter, unsigned
   */
  void add(ProfileName name, long maxCount);

  /**
   * Returns functions, largest counter first: from release 22 on all of them, equal ones in the
   * order of the file; of older releases those that were to be kept, equal ones as their heap
   * leaves them.
   */
  List<Hot> descending();

  /**
   * Returns what finds the hottest functions.
   *
   * @param count how many are wanted
   * @param release whose choice among equal ones is followed
   */
  static HottestFunctions of(int count, LlvmRelease release) {
    return release.follows(ReleaseRule.SHOW_STABLE_TOP)
        ? new HottestSorted()
        : new HottestHeap(count);
  }

  /** Returns what keeps nothing. */
  static HottestFunctions none() {
    return new HottestHeap(0);
  }
}
