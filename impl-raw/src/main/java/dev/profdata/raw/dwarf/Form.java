package dev.profdata.raw.dwarf;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the value of an attribute is stored ({@code DW_FORM_…}). */
enum Form {
  ADDR(0x01, Shape.ADDRESS),
  BLOCK2(0x03, Shape.BLOCK2),
  BLOCK4(0x04, Shape.BLOCK4),
  DATA2(0x05, Shape.TWO),
  DATA4(0x06, Shape.FOUR),
  DATA8(0x07, Shape.EIGHT),
  STRING(0x08, Shape.STRING),
  BLOCK(0x09, Shape.BLOCK),
  BLOCK1(0x0A, Shape.BLOCK1),
  DATA1(0x0B, Shape.ONE),
  FLAG(0x0C, Shape.ONE),
  SDATA(0x0D, Shape.LEB128),
  STRP(0x0E, Shape.OFFSET),
  UDATA(0x0F, Shape.LEB128),
  REF_ADDR(0x10, Shape.REFERENCE),
  REF1(0x11, Shape.ONE),
  REF2(0x12, Shape.TWO),
  REF4(0x13, Shape.FOUR),
  REF8(0x14, Shape.EIGHT),
  REF_UDATA(0x15, Shape.LEB128),
  INDIRECT(0x16, Shape.INDIRECT),
  SEC_OFFSET(0x17, Shape.OFFSET),
  EXPRLOC(0x18, Shape.BLOCK),
  FLAG_PRESENT(0x19, Shape.NONE),
  STRX(0x1A, Shape.LEB128),
  ADDRX(0x1B, Shape.LEB128),
  REF_SUP4(0x1C, Shape.FOUR),
  STRP_SUP(0x1D, Shape.OFFSET),
  DATA16(0x1E, Shape.SIXTEEN),
  LINE_STRP(0x1F, Shape.OFFSET),
  REF_SIG8(0x20, Shape.EIGHT),
  IMPLICIT_CONST(0x21, Shape.NONE),
  LOCLISTX(0x22, Shape.LEB128),
  RNGLISTX(0x23, Shape.LEB128),
  REF_SUP8(0x24, Shape.EIGHT),
  STRX1(0x25, Shape.ONE),
  STRX2(0x26, Shape.TWO),
  STRX3(0x27, Shape.THREE),
  STRX4(0x28, Shape.FOUR),
  ADDRX1(0x29, Shape.ONE),
  ADDRX2(0x2A, Shape.TWO),
  ADDRX3(0x2B, Shape.THREE),
  ADDRX4(0x2C, Shape.FOUR),
  GNU_ADDR_INDEX(0x1F01, Shape.LEB128),
  GNU_STR_INDEX(0x1F02, Shape.LEB128),
  GNU_REF_ALT(0x1F20, Shape.OFFSET),
  GNU_STRP_ALT(0x1F21, Shape.OFFSET);

  private static final Map<Long, Form> BY_CODE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(form -> form.code, Function.identity()));

  private final long code;
  final Shape shape;

  Form(long code, Shape shape) {
    this.code = code;
    this.shape = shape;
  }

  /** Returns its number in files. */
  long code() {
    return code;
  }

  static Optional<Form> of(long code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** How long a value is. */
  enum Shape {
    NONE,
    ONE,
    TWO,
    THREE,
    FOUR,
    EIGHT,
    SIXTEEN,
    /** As wide as an address of the unit. */
    ADDRESS,
    /** As wide as an offset of the unit. */
    OFFSET,
    /** An offset; an address in version 2. */
    REFERENCE,
    LEB128,
    /** A length of one byte, two or four, or in LEB128, then so many bytes. */
    BLOCK1,
    BLOCK2,
    BLOCK4,
    BLOCK,
    /** Ends with a zero. */
    STRING,
    /** A further form, then a value of it. */
    INDIRECT
  }
}
