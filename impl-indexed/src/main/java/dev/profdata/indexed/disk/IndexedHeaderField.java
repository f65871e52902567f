package dev.profdata.indexed.disk;

/** The words of a header, u64 each, in file order, with the version that introduced each. */
enum IndexedHeaderField {
  MAGIC(1),
  VERSION(1),
  /** The largest function count up to version 3, then 0. */
  MAX_FUNCTION_COUNT(1),
  HASH_TYPE(1),
  HASH_OFFSET(1),
  MEMPROF_OFFSET(8),
  BINARY_ID_OFFSET(9),
  TRACES_OFFSET(10),
  VTABLE_NAMES_OFFSET(12);

  private final int since;

  IndexedHeaderField(int since) {
    this.since = since;
  }

  boolean isIn(int version) {
    return since <= version;
  }
}
