package dev.profdata.raw.dwarf;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The attributes that are read; all others are skipped. */
enum Attribute {
  LOCATION(0x02),
  NAME(0x03),
  LINE_TABLE(0x10),
  LOW_PC(0x11),
  CONST_VALUE(0x1C),
  ABSTRACT_ORIGIN(0x31),
  DECLARATION_FILE(0x3A),
  DECLARATION_LINE(0x3B),
  SPECIFICATION(0x47),
  LINKAGE_NAME(0x6E),
  STR_OFFSETS_BASE(0x72),
  ADDR_BASE(0x73),
  OLD_LINKAGE_NAME(0x2007);

  /** What counters need; the others tell where functions stand in the source. */
  static final Set<Attribute> OF_COUNTERS =
      Collections.unmodifiableSet(
          EnumSet.of(LOCATION, NAME, LOW_PC, CONST_VALUE, STR_OFFSETS_BASE, ADDR_BASE));

  /** All that are of interest. */
  static final Set<Attribute> ALL = Collections.unmodifiableSet(EnumSet.allOf(Attribute.class));

  private final long code;

  Attribute(long code) {
    this.code = code;
  }

  static Optional<Attribute> of(long code) {
    return Arrays.stream(values()).filter(attribute -> attribute.code == code).findFirst();
  }
}
