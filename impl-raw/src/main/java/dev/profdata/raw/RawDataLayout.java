package dev.profdata.raw;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.EnumMap;

/**
 * Where the fields of a function record stand in one version and pointer width, as a C compiler
 * lays the structure out: each field aligned to its own size, the record to eight bytes.
 *
 * @param kinds how many value kinds the version knows
 * @param recordBytes size of a record, tail padding included
 */
record RawDataLayout(
    int version,
    int pointerBytes,
    int kinds,
    ImmutableMap<RawDataField, Integer> offsets,
    int recordBytes) {
  /** From this version on counter pointers are relative to their record. */
  private static final int RELATIVE_POINTERS = 8;

  private static final int TWO_DIALECTS = 4;
  private static final int[] KINDS_SINCE = {2, 4, 10};

  static RawDataLayout of(int version, int pointerBytes) {
    int kinds = kinds(version);
    var offsets = new EnumMap<RawDataField, Integer>(RawDataField.class);
    int end = 0;
    for (RawDataField field : RawDataField.of(version)) {
      int bytes = field.type().elementBytes(pointerBytes);
      int offset = align(end, bytes);
      offsets.put(field, offset);
      end = offset + bytes * (field.type() == RawDataField.Type.SITES ? kinds : 1);
    }
    return new RawDataLayout(
        version, pointerBytes, kinds, Maps.immutableEnumMap(offsets), align(end, Long.BYTES));
  }

  private static int kinds(int version) {
    int kinds = 0;
    for (int since : KINDS_SINCE) {
      kinds += since <= version ? 1 : 0;
    }
    return kinds;
  }

  private static int align(int offset, int bytes) {
    return (offset + bytes - 1) / bytes * bytes;
  }

  /**
   * Returns how many value kinds the writer of a file knew.
   *
   * <p>Version 4 is one layout for writers of one kind and of two; the header tells which.
   */
  int kindsWritten(long valueKindLast) {
    return version == TWO_DIALECTS && valueKindLast == 0 ? 1 : kinds;
  }

  boolean has(RawDataField field) {
    return offsets.containsKey(field);
  }

  /**
   * Returns the offset of a field in a record.
   *
   * @throws IllegalArgumentException if the version has no such field
   */
  int offset(RawDataField field) {
    Integer offset = offsets.get(field);
    if (offset == null) {
      throw new IllegalArgumentException("version %d has no %s".formatted(version, field));
    }
    return offset;
  }

  boolean namesByHash() {
    return has(RawDataField.NAME_REF);
  }

  boolean relativePointers() {
    return relativePointers(version);
  }

  /** Tells whether pointers to counters are relative to their record in a version. */
  static boolean relativePointers(int version) {
    return version >= RELATIVE_POINTERS;
  }
}
