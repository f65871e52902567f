package dev.profdata.indexed.disk;

import dev.profdata.format.ProfileFormat;
import dev.profdata.format.ReleaseRule;
import dev.profdata.indexed.order.IntSort;
import dev.profdata.indexed.order.NameGroups;
import dev.profdata.indexed.order.StringMapOrder;
import dev.profdata.indexed.write.MergedProfileWriter;
import dev.profdata.indexed.write.NameSelection;
import dev.profdata.io.FindingKind;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.TraceSet;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Writes a merged profile as LLVM's tool of a release writes it, byte for byte.
 *
 * <p>All sizes are computed before the first byte, so any stream will do.
 */
public final class IndexedProfileWriter extends MergedProfileWriter {
  private final OutputStream out;

  /** Writes to a stream, which stays open. */
  public IndexedProfileWriter(ProfileFormat format, OutputStream out, WriteOptions options) {
    super(format, options);
    this.out = out;
  }

  @Override
  protected void write(ProfileImage image, TraceSet traces) throws IOException {
    NameGroups groups = NameGroups.of(image.functions(), release());
    int[] names = writtenNames(image, groups);
    if (!IndexedRecordLayout.of(format().version()).severalRecords()) {
      checkSingleRecords(groups, names);
    }
    IndexedFile file =
        new IndexedFile(format(), image, groups, names, lossCheck().knownFlags(image.variant()));
    NameTable vtables = options().keepsVTableNames() ? image.vtableNames() : NameTable.EMPTY;
    file.write(out, vtables, traces);
  }

  private void checkSingleRecords(NameGroups groups, int[] names) throws IOException {
    long dropped = 0;
    for (int group : names) {
      dropped += groups.rows(group) - 1L;
    }
    if (dropped > 0) {
      lossCheck()
          .add(FindingKind.SEVERAL_HASHES, dropped + " records beyond the first of their name");
      lossCheck().enforce();
    }
  }

  /** Returns the names to write in the order in which LLVM inserts them into its table. */
  private int[] writtenNames(ProfileImage merged, NameGroups groups) {
    NameSelection selection = new NameSelection(merged, groups, release(), options());
    int[] order =
        release().follows(ReleaseRule.SORTED_NAMES)
            ? sortedNames(merged.functions(), groups)
            : stringMapOrder(groups);
    int size = 0;
    for (int group : order) {
      if (selection.includes(group)) {
        order[size++] = group;
      }
    }
    return Arrays.copyOf(order, size);
  }

  private static int[] sortedNames(FunctionTable table, NameGroups groups) {
    int[] order = all(groups);
    IntSort.sort(order, (a, b) -> compare(table, groups.firstRow(a), groups.firstRow(b)));
    return order;
  }

  private static int compare(FunctionTable table, int a, int b) {
    return table.hasName(a) && table.hasName(b)
        ? table.names().compare(table.nameIndex(a), table.names(), table.nameIndex(b))
        : Boolean.compare(table.hasName(a), table.hasName(b));
  }

  /** The map holds also the names that are not written, and their number decides its size. */
  private int[] stringMapOrder(NameGroups groups) {
    NameTable.Builder names = NameTable.builder();
    for (int group = 0; group < groups.size(); group++) {
      names.add(groups.name(group));
    }
    return StringMapOrder.of(release()).order(names.build(), all(groups));
  }

  private static int[] all(NameGroups groups) {
    int[] all = new int[groups.size()];
    for (int group = 0; group < all.length; group++) {
      all[group] = group;
    }
    return all;
  }
}
