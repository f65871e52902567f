package dev.profdata.indexed.order;

import dev.profdata.format.LlvmRelease;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ProfileName;
import java.util.Arrays;

/**
 * The rows of a table grouped by name: names in the order in which they were first seen, the rows
 * of each in the order of LLVM's map of its structural hashes.
 */
public final class NameGroups {
  private final FunctionTable table;
  private final int[] firstRows;
  private final int[] starts;
  private final int[] rows;

  private NameGroups(FunctionTable table, int[] firstRows, int[] starts, int[] rows) {
    this.table = table;
    this.firstRows = firstRows;
    this.starts = starts;
    this.rows = rows;
  }

  /** Groups the rows of a table. */
  public static NameGroups of(FunctionTable table, LlvmRelease release) {
    int[] groupOfRow = new int[table.size()];
    int[] sizes = new int[table.size() + 1];
    PlaceIndex groups = new PlaceIndex(table.size());
    int[] firstRows = new int[table.size()];
    long unnamed = ProfileName.EMPTY.hash();
    for (int row = 0; row < table.size(); row++) {
      int known = groups.size();
      int group = groups.placeOf(table.hasName(row) ? table.nameHash(row) : unnamed, 0);
      if (group == known) {
        firstRows[group] = row;
      }
      groupOfRow[row] = group;
      sizes[group + 1]++;
    }
    Arrays.parallelPrefix(sizes, Integer::sum);
    int[] rows = distribute(groupOfRow, sizes);
    sortWithinGroups(table, release, groups.size(), sizes, rows);
    return new NameGroups(table, Arrays.copyOf(firstRows, groups.size()), sizes, rows);
  }

  private static int[] distribute(int[] groupOfRow, int[] starts) {
    int[] next = starts.clone();
    int[] rows = new int[groupOfRow.length];
    for (int row = 0; row < groupOfRow.length; row++) {
      rows[next[groupOfRow[row]]++] = row;
    }
    return rows;
  }

  private static void sortWithinGroups(
      FunctionTable table, LlvmRelease release, int groups, int[] starts, int[] rows) {
    RecordMapOrder order = RecordMapOrder.of(release);
    for (int group = 0; group < groups; group++) {
      if (starts[group + 1] - starts[group] > 1) {
        int[] inserted = Arrays.copyOfRange(rows, starts[group], starts[group + 1]);
        long[] hashes = Arrays.stream(inserted).mapToLong(table::structuralHash).toArray();
        int[] ordered = order.order(hashes);
        for (int i = 0; i < ordered.length; i++) {
          rows[starts[group] + i] = inserted[ordered[i]];
        }
      }
    }
  }

  /** Returns the number of distinct names. */
  public int size() {
    return firstRows.length;
  }

  /** Returns a row that bears the name of a group. */
  public int firstRow(int group) {
    return firstRows[group];
  }

  /** Returns the name of a group. */
  public ProfileName name(int group) {
    return table.name(firstRows[group]);
  }

  /** Returns the number of rows of a group. */
  public int rows(int group) {
    return starts[group + 1] - starts[group];
  }

  /** Returns a row of a group, {@code 0 <= index < rows(group)}. */
  public int row(int group, int index) {
    return rows[starts[group] + index];
  }
}
