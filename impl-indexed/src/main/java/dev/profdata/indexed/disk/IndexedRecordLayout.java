package dev.profdata.indexed.disk;

/**
 * What a function record holds in one version, in this order: structural hash, number of counters,
 * counters, bitmap bytes, uniformity bytes, value data.
 *
 * @param counterCount whether the number of counters stands before them
 * @param bitmap how bitmap bytes are stored
 * @param uniformity whether uniformity bytes follow the bitmap
 * @param valueData whether value data ends the record
 * @param severalRecords whether a name may have several records
 */
record IndexedRecordLayout(
    boolean counterCount,
    Bitmap bitmap,
    boolean uniformity,
    boolean valueData,
    boolean severalRecords) {

  private static final int SEVERAL_RECORDS = 2;
  private static final int VALUE_DATA = 3;
  private static final int SUMMARY = 4;
  private static final int BITMAPS = 11;
  private static final int PACKED_BITMAPS = 14;

  static IndexedRecordLayout of(int version) {
    return new IndexedRecordLayout(
        version >= SEVERAL_RECORDS,
        version >= PACKED_BITMAPS
            ? Bitmap.PACKED
            : version >= BITMAPS ? Bitmap.WIDENED : Bitmap.NONE,
        version >= PACKED_BITMAPS,
        version >= VALUE_DATA,
        version >= SEVERAL_RECORDS);
  }

  static boolean hasSummary(int version) {
    return version >= SUMMARY;
  }

  /** How bitmap bytes are stored. */
  enum Bitmap {
    NONE,
    /** A u64 for each byte. */
    WIDENED,
    /** Bytes, padded to eight. */
    PACKED
  }
}
