package dev.profdata.raw.dwarf;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.internal.bytes.Budget;
import dev.profdata.io.Limit;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileTooLargeException;
import dev.profdata.model.ProfileName;
import dev.profdata.raw.elf.ElfFile;
import dev.profdata.raw.elf.ElfSection;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Makes numbers and strings of values. What leads nowhere is no value, as LLVM has it. */
final class Decoder {
  private static final int OP_ADDR = 0x03;
  private static final int OP_ADDRX = 0xA1;

  /** Strings may overlap, but not so that a small file makes huge names. */
  private static final long SHARING_LIMIT = 4;

  private final BoundedReader info;
  private final BoundedReader strings;
  private final BoundedReader lineStrings;
  private final BoundedReader stringOffsets;
  private final BoundedReader addresses;
  private final Map<Long, ProfileName> names = new HashMap<>();
  private final Budget budget;
  private final long allowed;
  private long nameBytes;

  Decoder(ElfFile elf, BoundedReader info, Limits limits) throws IOException {
    this.budget = new Budget(info.source(), limits);
    this.info = info;
    this.strings = section(elf, ".debug_str", info);
    this.lineStrings = section(elf, ".debug_line_str", info);
    this.stringOffsets = section(elf, ".debug_str_offsets", info);
    this.addresses = section(elf, ".debug_addr", info);
    this.allowed = SHARING_LIMIT * (size(info) + size(strings) + size(lineStrings));
  }

  private static BoundedReader section(ElfFile elf, String name, BoundedReader info)
      throws IOException {
    Optional<ElfSection> found = elf.find(name);
    return found.isPresent()
        ? found.get().content()
        : BoundedReader.of(
            ProfileSource.of(info.source(), new byte[0]).open(),
            info.order(),
            ProfileSection.PROGRAM);
  }

  private static long size(BoundedReader section) {
    return section.end() - section.start();
  }

  /** Returns an unsigned constant. */
  OptionalLong constant(Entry.@Nullable Value value) throws IOException {
    if (value == null) {
      return OptionalLong.empty();
    }
    info.seek(value.position());
    return switch (value.form()) {
      case DATA1 -> OptionalLong.of(info.u8());
      case DATA2 -> OptionalLong.of(info.u16());
      case DATA4 -> OptionalLong.of(info.u32());
      case DATA8 -> OptionalLong.of(info.u64());
      case UDATA -> OptionalLong.of(info.uleb128());
      case SDATA -> positive(Leb128.signed(info));
      case IMPLICIT_CONST -> positive(value.constant());
      default -> OptionalLong.empty();
    };
  }

  private static OptionalLong positive(long number) {
    return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /** Returns an offset in another section. */
  OptionalLong offset(Unit unit, Entry.@Nullable Value value) throws IOException {
    if (value == null || value.form() != Form.SEC_OFFSET) {
      return OptionalLong.empty();
    }
    info.seek(value.position());
    return OptionalLong.of(info.pointer(unit.offsetBytes));
  }

  /** Returns an offset in another section, which version 2 and 3 have as a plain number. */
  OptionalLong sectionOffset(Unit unit, Entry.@Nullable Value value) throws IOException {
    return value != null && (value.form() == Form.DATA4 || value.form() == Form.DATA8)
        ? constant(value)
        : offset(unit, value);
  }

  /** Returns where the entry begins that is meant; empty if it is not in the unit. */
  OptionalLong reference(Unit unit, Entry.@Nullable Value value) throws IOException {
    if (value == null) {
      return OptionalLong.empty();
    }
    info.seek(value.position());
    long offset =
        switch (value.form()) {
          case REF1 -> unit.headerAt + info.u8();
          case REF2 -> unit.headerAt + info.u16();
          case REF4 -> unit.headerAt + info.u32();
          case REF8 -> unit.headerAt + info.u64();
          case REF_UDATA -> unit.headerAt + info.uleb128();
          case REF_ADDR ->
              info.start()
                  + info.pointer(
                      unit.version == Unit.OLDEST ? unit.addressBytes : unit.offsetBytes);
          default -> -1;
        };
    return offset >= unit.reader.start() && offset < unit.reader.end()
        ? OptionalLong.of(offset)
        : OptionalLong.empty();
  }

  /** Returns an address. */
  OptionalLong address(Unit unit, Entry.@Nullable Value value) throws IOException {
    if (value == null) {
      return OptionalLong.empty();
    }
    info.seek(value.position());
    return switch (value.form()) {
      case ADDR -> OptionalLong.of(info.pointer(unit.addressBytes));
      case ADDRX -> indexedAddress(unit, info.uleb128());
      case ADDRX1 -> indexedAddress(unit, info.u8());
      case ADDRX2 -> indexedAddress(unit, info.u16());
      case ADDRX3 -> indexedAddress(unit, u24());
      case ADDRX4 -> indexedAddress(unit, info.u32());
      default -> OptionalLong.empty();
    };
  }

  private OptionalLong indexedAddress(Unit unit, long index) throws IOException {
    return seek(addresses, unit.addressBase, index, unit.addressBytes)
        ? OptionalLong.of(addresses.pointer(unit.addressBytes))
        : OptionalLong.empty();
  }

  /** Returns the address that an expression starts with. */
  OptionalLong location(Unit unit, Entry.@Nullable Value value) throws IOException {
    if (value == null) {
      return OptionalLong.empty();
    }
    info.seek(value.position());
    long length =
        switch (value.form()) {
          case EXPRLOC, BLOCK -> info.uleb128();
          case BLOCK1 -> info.u8();
          case BLOCK2 -> info.u16();
          case BLOCK4 -> info.u32();
          default -> 0;
        };
    if (length == 0) {
      return OptionalLong.empty();
    }
    BoundedReader expression = info.section(ProfileSection.PROGRAM, info.position(), length);
    return switch (expression.u8()) {
      case OP_ADDR -> OptionalLong.of(expression.pointer(unit.addressBytes));
      case OP_ADDRX -> indexedAddress(unit, expression.uleb128());
      default -> OptionalLong.empty();
    };
  }

  /** Tells whether a string is another one, or starts with it. */
  boolean startsWith(Unit unit, Entry.@Nullable Value value, byte[] start) throws IOException {
    BoundedReader string = string(unit, value);
    return string != null && string.skipIfEqual(start);
  }

  /** Returns a string as a name. */
  Optional<ProfileName> name(Unit unit, Entry.@Nullable Value value) throws IOException {
    BoundedReader string = string(unit, value);
    if (string == null) {
      return Optional.empty();
    }
    if (string != strings) {
      return readName(string);
    }
    long at = string.position();
    Optional<ProfileName> name = Optional.ofNullable(names.get(at));
    if (name.isEmpty()) {
      name = readName(string);
      name.ifPresent(read -> names.put(at, read));
    }
    return name;
  }

  /** Returns a string of a section of strings, for those that count in another section. */
  Optional<ProfileName> name(Form form, long offset) throws IOException {
    BoundedReader section = at(form == Form.STRP ? strings : lineStrings, offset);
    return section == null ? Optional.empty() : readName(section);
  }

  /** Returns the string at the position of a reader, which is moved to its final zero. */
  Optional<ProfileName> readName(BoundedReader string) throws IOException {
    long began = string.position();
    while (string.remaining() > 0) {
      if (string.u8() == 0) {
        long length = string.position() - 1 - began;
        count(began, length);
        string.seek(began);
        return Optional.of(ProfileName.of(string.bytes(length)));
      }
    }
    return Optional.empty();
  }

  private void count(long offset, long length) throws ProfileTooLargeException {
    budget.take(Limit.NAME_BYTES, length, ProfileSection.PROGRAM, offset);
    nameBytes += length;
    if (nameBytes > allowed) {
      throw new ProfileTooLargeException(
          info.source(),
          "bytes of names of functions",
          nameBytes,
          allowed,
          "the size of the debug information",
          ProfileSection.PROGRAM,
          offset);
    }
  }

  /** Returns a reader of the section that a string is in, at its start; null if there is none. */
  private @Nullable BoundedReader string(Unit unit, Entry.@Nullable Value value)
      throws IOException {
    if (value == null) {
      return null;
    }
    info.seek(value.position());
    return switch (value.form()) {
      case STRING -> info;
      case STRP -> at(strings, info.pointer(unit.offsetBytes));
      case LINE_STRP -> at(lineStrings, info.pointer(unit.offsetBytes));
      case STRX -> indexedString(unit, info.uleb128());
      case STRX1 -> indexedString(unit, info.u8());
      case STRX2 -> indexedString(unit, info.u16());
      case STRX3 -> indexedString(unit, u24());
      case STRX4 -> indexedString(unit, info.u32());
      default -> null;
    };
  }

  private @Nullable BoundedReader indexedString(Unit unit, long index) throws IOException {
    return seek(stringOffsets, unit.stringOffsetsBase, index, unit.offsetBytes)
        ? at(strings, stringOffsets.pointer(unit.offsetBytes))
        : null;
  }

  private static @Nullable BoundedReader at(BoundedReader section, long offset) throws IOException {
    if (offset < 0 || offset >= size(section)) {
      return null;
    }
    section.seek(section.start() + offset);
    return section;
  }

  /** Moves to an element of an array; tells whether it is there. */
  private static boolean seek(BoundedReader section, OptionalLong base, long index, int bytes)
      throws IOException {
    long start = base.orElse(-1);
    boolean there =
        start >= 0
            && start <= size(section)
            && index >= 0
            && index < (size(section) - start) / bytes;
    if (there) {
      section.seek(section.start() + start + index * bytes);
    }
    return there;
  }

  private long u24() throws IOException {
    int first = info.u8();
    int second = info.u8();
    int third = info.u8();
    return info.order().equals(ByteOrder.BIG_ENDIAN)
        ? first << 16 | second << 8 | third
        : third << 16 | second << 8 | first;
  }
}
