package dev.profdata.raw.dwarf;

import java.util.Arrays;
import java.util.Optional;

/** The attributes that are read; all others are skipped. */
enum Attribute {
  LOCATION(0x02),
  NAME(0x03),
  LOW_PC(0x11),
  CONST_VALUE(0x1C),
  STR_OFFSETS_BASE(0x72),
  ADDR_BASE(0x73);

  private final long code;

  Attribute(long code) {
    this.code = code;
  }

  static Optional<Attribute> of(long code) {
    return Arrays.stream(values()).filter(attribute -> attribute.code == code).findFirst();
  }
}
