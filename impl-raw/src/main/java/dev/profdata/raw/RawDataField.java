package dev.profdata.raw;

import static dev.profdata.raw.FieldRow.in;
import static dev.profdata.raw.FieldRow.since;

import com.google.common.collect.ImmutableList;

/** The fields of a function record. */
enum RawDataField {
  /** Length of the name in bytes. */
  NAME_SIZE(Type.U32),
  /** Hash of the name. */
  NAME_REF(Type.U64),
  /** Structural hash. */
  FUNC_HASH(Type.U64),
  /** Address of the name. */
  NAME_PTR(Type.POINTER),
  /** Address of the counters; from version 8 on their distance from the record. */
  COUNTER_PTR(Type.POINTER),
  /** Distance of the uniform counters from the record. */
  UNIFORM_COUNTER_PTR(Type.POINTER),
  /** Distance of the bitmap from the record. */
  BITMAP_PTR(Type.POINTER),
  /** Address of the function. */
  FUNCTION_POINTER(Type.POINTER),
  /** Address of the value nodes, of no use in a file. */
  VALUES(Type.POINTER),
  /** Number of counters. */
  NUM_COUNTERS(Type.U32),
  /** Number of value sites, for each kind. */
  NUM_VALUE_SITES(Type.SITES),
  /** Lanes of a wave of a GPU. */
  WAVE_SIZE(Type.U16),
  /** Number of bitmap bytes. */
  NUM_BITMAP_BYTES(Type.U32);

  /** The records of every version, in file order. */
  private static final ImmutableList<FieldRow<RawDataField>> TABLE =
      ImmutableList.of(
          in(1, 2, NAME_SIZE),
          in(1, 2, NUM_COUNTERS),
          since(3, NAME_REF),
          since(1, FUNC_HASH),
          in(1, 2, NAME_PTR),
          since(1, COUNTER_PTR),
          since(11, UNIFORM_COUNTER_PTR),
          since(9, BITMAP_PTR),
          since(2, FUNCTION_POINTER),
          since(2, VALUES),
          since(3, NUM_COUNTERS),
          since(2, NUM_VALUE_SITES),
          since(11, WAVE_SIZE),
          since(9, NUM_BITMAP_BYTES));

  private final Type type;

  RawDataField(Type type) {
    this.type = type;
  }

  static ImmutableList<RawDataField> of(int version) {
    return FieldRow.fieldsOf(version, TABLE);
  }

  Type type() {
    return type;
  }

  /** How a field is stored. */
  enum Type {
    U16,
    U32,
    U64,
    /** As wide as a pointer of the program. */
    POINTER,
    /** An array of u16, one for each value kind of the version. */
    SITES;

    int elementBytes(int pointerBytes) {
      return switch (this) {
        case U16, SITES -> Short.BYTES;
        case U32 -> Integer.BYTES;
        case U64 -> Long.BYTES;
        case POINTER -> pointerBytes;
      };
    }
  }
}
