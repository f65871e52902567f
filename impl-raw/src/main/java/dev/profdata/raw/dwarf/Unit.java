package dev.profdata.raw.dwarf;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.ProfileSection;
import java.io.IOException;
import java.util.OptionalLong;

/** The header of a unit, and its entries one after the other. */
final class Unit {
  private static final long WIDE = 0xFFFF_FFFFL;
  static final int OLDEST = 2;
  private static final int NEWEST = 5;
  private static final int TYPE = 2;
  private static final int SKELETON = 4;
  private static final int SPLIT_COMPILE = 5;
  private static final int SPLIT_TYPE = 6;

  /** Reads the entries. */
  final BoundedReader reader;

  final int version;
  final int offsetBytes;
  final int addressBytes;
  final long abbreviations;

  /** Where references within the unit count from. */
  final long headerAt;

  OptionalLong stringOffsetsBase = OptionalLong.empty();
  OptionalLong addressBase = OptionalLong.empty();

  /** Where in {@code .debug_line} the files of the unit are named. */
  OptionalLong lineTable = OptionalLong.empty();

  private Unit(BoundedReader reader, long headerAt, int offsetBytes) throws IOException {
    this.headerAt = headerAt;
    this.reader = reader;
    this.offsetBytes = offsetBytes;
    long began = reader.position();
    this.version = reader.u16();
    if (version < OLDEST || version > NEWEST) {
      throw refuse(began, "debug information of DWARF version " + version);
    }
    int type = version == NEWEST ? reader.u8() : 0;
    int width = version == NEWEST ? reader.u8() : 0;
    this.abbreviations = reader.pointer(offsetBytes);
    this.addressBytes = version == NEWEST ? width : reader.u8();
    if (addressBytes != Integer.BYTES && addressBytes != Long.BYTES) {
      throw refuse(began, "addresses of %d bytes".formatted(addressBytes));
    }
    if (type == SKELETON || type == SPLIT_COMPILE) {
      reader.skip(Long.BYTES);
    } else if (type == TYPE || type == SPLIT_TYPE) {
      reader.skip(Long.BYTES + (long) offsetBytes);
    }
  }

  /** Reads the header of the unit at the position of a reader, and moves that behind the unit. */
  static Unit next(BoundedReader section) throws IOException {
    long headerAt = section.position();
    long length = section.u32();
    boolean wide = length == WIDE;
    length = wide ? section.u64() : length;
    long began = section.position();
    section.skip(length);
    return new Unit(
        section.section(ProfileSection.PROGRAM, began, length),
        headerAt,
        wide ? Long.BYTES : Integer.BYTES);
  }

  IOException refuse(long offset, String detail) {
    return reader.error(ErrorKind.UNABLE_TO_CORRELATE_PROFILE, offset, detail);
  }

  /** Moves behind a value. */
  void skip(Form form) throws IOException {
    switch (form.shape) {
      case NONE, INDIRECT -> {}
      case ONE -> reader.skip(1);
      case TWO -> reader.skip(2);
      case THREE -> reader.skip(3);
      case FOUR -> reader.skip(4);
      case EIGHT -> reader.skip(8);
      case SIXTEEN -> reader.skip(16);
      case ADDRESS -> reader.skip(addressBytes);
      case OFFSET -> reader.skip(offsetBytes);
      case REFERENCE -> reader.skip(version == OLDEST ? addressBytes : offsetBytes);
      case LEB128 -> Leb128.skip(reader);
      case BLOCK1 -> reader.skip(reader.u8());
      case BLOCK2 -> reader.skip(reader.u16());
      case BLOCK4 -> reader.skip(reader.u32());
      case BLOCK -> reader.skip(reader.uleb128());
      case STRING -> {
        while (reader.u8() != 0) {}
      }
    }
  }
}
