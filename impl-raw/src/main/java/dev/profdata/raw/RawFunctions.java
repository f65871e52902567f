package dev.profdata.raw;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ProfileSection;
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

  private RawFunctions(RawDataLayout layout, int size) {
    this.layout = layout;
    this.size = size;
    this.nameHashes = new long[size];
    this.structuralHashes = new long[size];
    this.counterPointers = new long[size];
    this.counterCounts = new long[size];
    this.bitmapPointers = column(RawDataField.BITMAP_PTR);
    this.bitmapSizes = column(RawDataField.NUM_BITMAP_BYTES);
    this.uniformPointers = column(RawDataField.UNIFORM_COUNTER_PTR);
    this.functionPointers = column(RawDataField.FUNCTION_POINTER);
    this.siteCounts = new int[layout.kinds()][size];
  }

  private long[] column(RawDataField field) {
    return new long[layout.has(field) ? size : 0];
  }

  /**
   * Reads the data section.
   *
   * @param kinds how many value kinds the writer knew; fewer than the layout has room for in some
   *     files of version 4
   */
  static RawFunctions read(RawSections sections, RawDataLayout layout, int kinds)
      throws IOException {
    BoundedReader data = sections.section(ProfileSection.DATA);
    int size = (int) ((data.end() - data.start()) / layout.recordBytes());
    RawFunctions functions = new RawFunctions(layout, size);
    Columns columns = functions.new Columns(data);
    for (int row = 0; row < size; row++) {
      columns.read(row, kinds);
    }
    return functions;
  }

  /** Reads the names of versions that address them by pointer. */
  void resolveNamePointers(BoundedReader data, OldNames names) throws IOException {
    Columns columns = new Columns(data);
    for (int row = 0; row < size; row++) {
      long at = columns.start(row);
      long pointer = columns.value(row, RawDataField.NAME_PTR);
      long length = columns.value(row, RawDataField.NAME_SIZE);
      nameHashes[row] = names.add(pointer, length, at);
    }
  }

  /** Takes in a name by its address. */
  interface OldNames {
    /** Returns the hash of the name. */
    long add(long pointer, long length, long recordOffset) throws IOException;
  }

  /** Reads fields of the record at hand. */
  private final class Columns {
    private final BoundedReader data;

    Columns(BoundedReader data) {
      this.data = data;
    }

    long start(int row) {
      return data.start() + (long) row * layout.recordBytes();
    }

    void read(int row, int kinds) throws IOException {
      if (layout.namesByHash()) {
        nameHashes[row] = value(row, RawDataField.NAME_REF);
      }
      structuralHashes[row] = value(row, RawDataField.FUNC_HASH);
      counterPointers[row] = value(row, RawDataField.COUNTER_PTR);
      counterCounts[row] = value(row, RawDataField.NUM_COUNTERS);
      readInto(bitmapPointers, row, RawDataField.BITMAP_PTR);
      readInto(bitmapSizes, row, RawDataField.NUM_BITMAP_BYTES);
      readInto(uniformPointers, row, RawDataField.UNIFORM_COUNTER_PTR);
      readInto(functionPointers, row, RawDataField.FUNCTION_POINTER);
      if (kinds > 0) {
        seek(row, RawDataField.NUM_VALUE_SITES);
        for (int kind = 0; kind < kinds; kind++) {
          siteCounts[kind][row] = data.u16();
        }
      }
    }

    private void readInto(long[] column, int row, RawDataField field) throws IOException {
      if (column.length > 0) {
        column[row] = value(row, field);
      }
    }

    private void seek(int row, RawDataField field) throws IOException {
      Integer offset = layout.offsets().get(field);
      data.seek(start(row) + (offset == null ? 0 : offset));
    }

    long value(int row, RawDataField field) throws IOException {
      seek(row, field);
      return switch (field.type()) {
        case U16, SITES -> data.u16();
        case U32 -> data.u32();
        case U64 -> data.u64();
        case POINTER -> data.pointer(layout.pointerBytes());
      };
    }
  }

  /** Returns the number of value sites of a row, of all kinds. */
  int sites(int row) {
    int sites = 0;
    for (int[] counts : siteCounts) {
      sites += counts[row];
    }
    return sites;
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
