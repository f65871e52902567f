package dev.profdata.indexed.write;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.indexed.order.NameGroups;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import java.util.function.Predicate;

/**
 * Chooses names by the options of a writer: with all their records, or not at all.
 *
 * <p>Sparse output keeps a name if any of its records was reached; from the release on that knows
 * bitmaps, a bitmap byte counts as well.
 */
public final class NameSelection {
  private final ProfileImage image;
  private final NameGroups groups;
  private final boolean sparse;
  private final boolean bitmapsCount;
  private final Predicate<ProfileName> filter;
  private final boolean takesAll;

  /** Chooses among the names of an image. */
  public NameSelection(
      ProfileImage image, NameGroups groups, LlvmRelease release, WriteOptions options) {
    this.image = image;
    this.groups = groups;
    this.sparse = options.sparse();
    this.bitmapsCount = release.follows(ReleaseRule.BITMAPS);
    this.filter = options.functions();
    this.takesAll = filter == WriteOptions.DEFAULT.functions();
  }

  /** Tells whether the name of a group is written. */
  public boolean includes(int group) {
    return (takesAll || filter.test(groups.name(group))) && (!sparse || wasReached(group));
  }

  private boolean wasReached(int group) {
    for (int i = 0; i < groups.rows(group); i++) {
      if (wasRowReached(groups.row(group, i))) {
        return true;
      }
    }
    return false;
  }

  private boolean wasRowReached(int row) {
    FunctionTable table = image.functions();
    int start = table.counterStart(row);
    for (int i = start; i < start + table.counterCount(row); i++) {
      if (image.counts().counter(i) != 0) {
        return true;
      }
    }
    int bitmapStart = table.bitmapStart(row);
    for (int i = bitmapStart; bitmapsCount && i < bitmapStart + table.bitmapSize(row); i++) {
      if (image.counts().bitmapByte(i) != 0) {
        return true;
      }
    }
    return false;
  }
}
