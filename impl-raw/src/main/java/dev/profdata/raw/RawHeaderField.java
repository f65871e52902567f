package dev.profdata.raw;

/**
 * The words of a header, u64 each, in file order, with the versions that have them.
 *
 * <p>In version 6 the size of the binary ids came last; {@link RawHeaderLayout} knows.
 */
enum RawHeaderField {
  MAGIC(1),
  VERSION(1),
  BINARY_IDS_SIZE(6),
  NUM_DATA(1),
  PADDING_BEFORE_COUNTERS(5),
  NUM_COUNTERS(1),
  PADDING_AFTER_COUNTERS(5),
  NUM_BITMAP_BYTES(9),
  PADDING_AFTER_BITMAP(9),
  NUM_UNIFORM_COUNTERS(11),
  PADDING_AFTER_UNIFORM(11),
  UNIFORM_COUNTERS_DELTA(11),
  NAMES_SIZE(1),
  COUNTERS_DELTA(1),
  BITMAP_DELTA(9),
  NAMES_DELTA(1),
  NUM_VTABLES(10),
  VTABLE_NAMES_SIZE(10),
  VALUE_KIND_LAST(2),
  VALUE_DATA_SIZE(2, 3),
  VALUE_DATA_DELTA(2, 3);

  private final int since;
  private final int until;

  RawHeaderField(int since) {
    this(since, Integer.MAX_VALUE);
  }

  RawHeaderField(int since, int until) {
    this.since = since;
    this.until = until;
  }

  boolean isIn(int version) {
    return since <= version && version <= until;
  }
}
