package dev.profdata.cli;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.model.ProfileName;
import java.util.List;

/** Keeps functions by their largest counter. */
interface HottestFunctions {
  /**
   * A function and its largest counter.
   *
   * @param maxCount unsigned
   */
  record Hot(ProfileName name, long maxCount) {}

  /** Takes the next function in the order of the file. */
  void add(ProfileName name, long maxCount);

  /** Returns the functions kept, largest counter first. */
  List<Hot> descending();

  /** Returns what a release keeps when asked for the given options. */
  static HottestFunctions of(ShowOptions options, LlvmRelease release) {
    if (options.top() == 0 && !options.hotFunctions(release)) {
      return new HottestHeap(0);
    }
    return release.follows(ReleaseRule.SHOW_STABLE_TOP)
        ? new HottestSorted()
        : new HottestHeap(options.top());
  }
}
