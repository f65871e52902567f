package dev.profdata.raw;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.Limit;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileTooLargeException;
import dev.profdata.model.NameTable;
import java.io.IOException;

/** The fields of all function records of an image, in columns. */
final class RawFunctions {
  private final RawDataLayout layout;
  final int size;
  final long[] nameHashes;
  final long[] structuralHashes;
  final long[] counterPointers;
  final long[] counterCounts;
  final long[] bitmapPointers;
  final long[] bitmapSizes;
  final long[] uniformPointers;
  final long[] functionPointers;
  final int[][] siteCounts;

  private RawFunctions(RawDataLayout layout, BoundedReader data, int kinds) throws IOException {
    this.layout = layout;
    this.size = (int) ((data.end() - data.start()) / layout.recordBytes());
    this.nameHashes = new long[size];
    if (layout.namesByHash()) {
      fill(nameHashes, data, RawDataField.NAME_REF);
    }
    this.structuralHashes = column(data, RawDataField.FUNC_HASH);
    this.counterPointers = column(data, RawDataField.COUNTER_PTR);
    this.counterCounts = column(data, RawDataField.NUM_COUNTERS);
    this.bitmapPointers = column(data, RawDataField.BITMAP_PTR);
    this.bitmapSizes = column(data, RawDataField.NUM_BITMAP_BYTES);
    this.uniformPointers = column(data, RawDataField.UNIFORM_COUNTER_PTR);
    this.functionPointers = column(data, RawDataField.FUNCTION_POINTER);
    this.siteCounts = new int[layout.kinds()][size];
    for (int kind = 0; kind < kinds; kind++) {
      fillSiteCounts(kind, data);
    }
  }

  /**
   * Reads the data section.
   *
   * @param kinds how many value kinds the writer knew; fewer than the layout has room for in some
   *     files of version 4
   */
  static RawFunctions read(RawSections sections, RawDataLayout layout, int kinds, Limits limits)
      throws IOException {
    BoundedReader data = sections.section(ProfileSection.DATA);
    RawFunctions functions = new RawFunctions(layout, data, kinds);
    long sites = functions.totalSites(functions.size);
    limits.check(Limit.VALUE_SITES, sites, data.source(), ProfileSection.DATA, data.start());
    int most = Integer.MAX_VALUE - Long.BYTES;
    if (sites > most) {
      throw new ProfileTooLargeException(
          data.source(),
          "value sites of one image",
          sites,
          most,
          "a Java array",
          ProfileSection.DATA,
          data.start());
    }
    return functions;
  }

  /** Reads records that stand in a program, without their value sites, which have no values. */
  static RawFunctions ofProgram(BoundedReader data, RawDataLayout layout) throws IOException {
    return new RawFunctions(layout, data, 0);
  }

  private long[] column(BoundedReader data, RawDataField field) throws IOException {
    long[] column = new long[layout.has(field) ? size : 0];
    if (column.length > 0) {
      fill(column, data, field);
    }
    return column;
  }

  private void fill(long[] column, BoundedReader data, RawDataField field) throws IOException {
    data.column(
        column,
        size,
        data.start() + layout.offset(field),
        layout.recordBytes(),
        field.type().elementBytes(layout.pointerBytes()));
  }

  private void fillSiteCounts(int kind, BoundedReader data) throws IOException {
    long first = data.start() + layout.offset(RawDataField.NUM_VALUE_SITES);
    long[] column = new long[size];
    data.column(column, size, first + (long) kind * Short.BYTES, layout.recordBytes(), Short.BYTES);
    for (int row = 0; row < size; row++) {
      siteCounts[kind][row] = (int) column[row];
    }
  }

  /** Reads the names of versions that address them by pointer. */
  void resolveNamePointers(BoundedReader data, OldNames names) throws IOException {
    long[] pointers = column(data, RawDataField.NAME_PTR);
    long[] lengths = column(data, RawDataField.NAME_SIZE);
    for (int row = 0; row < size; row++) {
      long at = data.start() + (long) row * layout.recordBytes();
      nameHashes[row] = names.add(row, pointers[row], lengths[row], at);
    }
  }

  /** Takes in a name by its address. */
  interface OldNames {
    /** Returns the hash of the name. */
    long add(int row, long pointer, long length, long recordOffset) throws IOException;
  }

  /** Returns the number of value sites of a row, of all kinds. */
  int sites(int row) {
    int sites = 0;
    for (int[] counts : siteCounts) {
      sites += counts[row];
    }
    return sites;
  }

  /** Returns the number of value sites of so many rows. */
  long totalSites(int rows) {
    long total = 0;
    for (int row = 0; row < rows; row++) {
      total += sites(row);
    }
    return total;
  }

  /** Returns whether any row has value sites. */
  boolean haveSites() {
    for (int row = 0; row < size; row++) {
      if (sites(row) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns how many rows have names that are not in a table. */
  int unnamed(NameTable names) {
    int unnamed = 0;
    for (long hash : nameHashes) {
      unnamed += names.find(hash) == NameTable.NOT_FOUND ? 1 : 0;
    }
    return unnamed;
  }
}
