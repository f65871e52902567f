package dev.profdata.raw;

import static dev.profdata.raw.FieldRow.in;
import static dev.profdata.raw.FieldRow.since;

import com.google.common.collect.ImmutableList;

/** The words of a header, u64 each. */
enum RawHeaderField {
  MAGIC,
  VERSION,
  BINARY_IDS_SIZE,
  NUM_DATA,
  PADDING_BEFORE_COUNTERS,
  NUM_COUNTERS,
  PADDING_AFTER_COUNTERS,
  NUM_BITMAP_BYTES,
  PADDING_AFTER_BITMAP,
  NUM_UNIFORM_COUNTERS,
  PADDING_AFTER_UNIFORM,
  UNIFORM_COUNTERS_DELTA,
  NAMES_SIZE,
  COUNTERS_DELTA,
  BITMAP_DELTA,
  NAMES_DELTA,
  NUM_VTABLES,
  VTABLE_NAMES_SIZE,
  VALUE_KIND_LAST,
  VALUE_DATA_SIZE,
  VALUE_DATA_DELTA;

  /** The header of every version, in file order. */
  private static final ImmutableList<FieldRow<RawHeaderField>> TABLE =
      ImmutableList.of(
          since(1, MAGIC),
          since(1, VERSION),
          since(7, BINARY_IDS_SIZE),
          since(1, NUM_DATA),
          since(5, PADDING_BEFORE_COUNTERS),
          since(1, NUM_COUNTERS),
          since(5, PADDING_AFTER_COUNTERS),
          since(9, NUM_BITMAP_BYTES),
          since(9, PADDING_AFTER_BITMAP),
          since(11, NUM_UNIFORM_COUNTERS),
          since(11, PADDING_AFTER_UNIFORM),
          since(11, UNIFORM_COUNTERS_DELTA),
          since(1, NAMES_SIZE),
          since(1, COUNTERS_DELTA),
          since(9, BITMAP_DELTA),
          since(1, NAMES_DELTA),
          since(10, NUM_VTABLES),
          since(10, VTABLE_NAMES_SIZE),
          since(2, VALUE_KIND_LAST),
          in(2, 3, VALUE_DATA_SIZE),
          in(2, 3, VALUE_DATA_DELTA),
          // A state of development that no release wrote.
          in(6, 6, BINARY_IDS_SIZE));

  static ImmutableList<RawHeaderField> of(int version) {
    return FieldRow.fieldsOf(version, TABLE);
  }
}
