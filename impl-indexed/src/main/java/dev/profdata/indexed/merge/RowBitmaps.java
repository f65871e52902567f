package dev.profdata.indexed.merge;

import dev.profdata.model.FunctionTable;

/**
 * Where the bitmap of the row at hand stands in the counts of an image.
 *
 * <p>LLVM's text reader keeps one record object for all records of a file and does not clear its
 * bitmap: a record without a bitmap inherits that of the record before, unless that one was new to
 * the sum and so had its bitmap moved away. Imitated only on request.
 */
final class RowBitmaps {
  private final FunctionTable table;
  private final boolean inherits;
  private int start;
  private int size;

  private RowBitmaps(FunctionTable table, boolean inherits) {
    this.table = table;
    this.inherits = inherits;
  }

  /** Returns the bitmaps that the rows really have. */
  static RowBitmaps own(FunctionTable table) {
    return new RowBitmaps(table, false);
  }

  /** Returns the bitmaps that LLVM's text reader sees. */
  static RowBitmaps inherited(FunctionTable table) {
    return new RowBitmaps(table, true);
  }

  /** Tells whether rows may have bitmaps that are not their own. */
  boolean inherits() {
    return inherits;
  }

  void moveTo(int row) {
    if (!inherits || table.bitmapSize(row) > 0) {
      start = table.bitmapStart(row);
      size = table.bitmapSize(row);
    }
  }

  /** The bitmap at hand was moved into the sum. */
  void consume() {
    size = 0;
  }

  int start() {
    return start;
  }

  int size() {
    return size;
  }
}
