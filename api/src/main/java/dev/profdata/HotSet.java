package dev.profdata;

import dev.profdata.format.LlvmRelease;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileSummary;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The hot functions of a profile: those with a counter at or above the hot threshold, the smallest
 * of the largest counters that make up 99 % of the total count (LLVM's cutoff 990000). Immutable.
 *
 * @since 0.1
 */
public final class HotSet {
  private static final int HOT_CUTOFF = 990_000;

  private final Set<Long> nameHashes;
  private final long threshold;

  private HotSet(Set<Long> nameHashes, long threshold) {
    this.nameHashes = Set.copyOf(nameHashes);
    this.threshold = threshold;
  }

  /** Returns the hot functions of a profile, by the summary of a release. */
  public static HotSet of(InstrProfile profile, LlvmRelease release) {
    return of(profile.images(), release);
  }

  static HotSet of(Collection<ProfileImage> images, LlvmRelease release) {
    ProfileSummary.Builder summary = ProfileSummary.builder(release).cutoffs(List.of(HOT_CUTOFF));
    for (ProfileImage image : images) {
      for (int row = 0; row < image.size(); row++) {
        summary.add(image, row);
      }
    }
    long threshold = summary.build().entries().get(0).minCount();
    Set<Long> hot = new HashSet<>();
    if (threshold != 0) {
      images.forEach(image -> addHot(image, threshold, hot));
    }
    return new HotSet(hot, threshold);
  }

  private static void addHot(ProfileImage image, long threshold, Set<Long> hot) {
    FunctionTable table = image.functions();
    ImageCounts counts = image.counts();
    for (int row = 0; row < table.size(); row++) {
      int first = table.counterStart(row);
      for (int i = first; i < first + table.counterCount(row); i++) {
        if (Long.compareUnsigned(counts.counter(i), threshold) >= 0) {
          hot.add(table.nameHash(row));
        }
      }
    }
  }

  /** Returns how many functions are hot. */
  public int size() {
    return nameHashes.size();
  }

  /** Returns the smallest hot count, unsigned; 0 if nothing ran. */
  public long threshold() {
    return threshold;
  }

  /** Tells whether the function with this name hash is hot. */
  public boolean contains(long nameHash) {
    return nameHashes.contains(nameHash);
  }

  /**
   * Returns which share of these functions is hot in another profile as well, in percent, 0 to 100.
   *
   * @return 0 if none is hot here, so that an empty reference vouches for nothing
   */
  public double percentIn(HotSet other) {
    if (nameHashes.isEmpty()) {
      return 0;
    }
    long common = nameHashes.stream().filter(other::contains).count();
    return 100.0 * common / nameHashes.size();
  }
}
