package dev.profdata.raw;

/** The fields of a function record, in the order of version 3 and later. */
enum RawDataField {
  /** Length of the name in bytes. */
  NAME_SIZE(Type.U32, 1, 2),
  /** Hash of the name. */
  NAME_REF(Type.U64, 3),
  /** Structural hash. */
  FUNC_HASH(Type.U64, 1),
  /** Address of the name. */
  NAME_PTR(Type.POINTER, 1, 2),
  /** Address of the counters; from version 8 on their distance from the record. */
  COUNTER_PTR(Type.POINTER, 1),
  /** Distance of the uniform counters from the record. */
  UNIFORM_COUNTER_PTR(Type.POINTER, 11),
  /** Distance of the bitmap from the record. */
  BITMAP_PTR(Type.POINTER, 9),
  /** Address of the function. */
  FUNCTION_POINTER(Type.POINTER, 2),
  /** Address of the value nodes, of no use in a file. */
  VALUES(Type.POINTER, 2),
  /** Number of counters. */
  NUM_COUNTERS(Type.U32, 1),
  /** Number of value sites, for each kind. */
  NUM_VALUE_SITES(Type.SITES, 2),
  /** Lanes of a wave of a GPU. */
  WAVE_SIZE(Type.U16, 11),
  /** Number of bitmap bytes. */
  NUM_BITMAP_BYTES(Type.U32, 9);

  private final Type type;
  private final int since;
  private final int until;

  RawDataField(Type type, int since) {
    this(type, since, Integer.MAX_VALUE);
  }

  RawDataField(Type type, int since, int until) {
    this.type = type;
    this.since = since;
    this.until = until;
  }

  Type type() {
    return type;
  }

  boolean isIn(int version) {
    return since <= version && version <= until;
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
