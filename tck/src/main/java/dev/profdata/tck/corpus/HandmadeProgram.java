package dev.profdata.tck.corpus;

import dev.profdata.model.ProfileName;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An ELF file by rule, of a width and byte order that no compiler is at hand for, with two
 * functions that sections and debug information tell of, and a profile of it in raw version 10.
 *
 * @param pointerBits 32 or 64
 * @param order byte order
 * @since 0.1
 */
public record HandmadeProgram(int pointerBits, ByteOrder order) {
  private static final int COUNTERS_AT = 0x1000;
  private static final int PROGBITS = 1;
  private static final int EXECUTABLE = 2;
  private static final long MAGIC_64 = 0xFF6C_7072_6F66_7281L;
  private static final long MAGIC_32 = 0xFF6C_7072_6F66_5281L;
  private static final int RAW_VERSION = 10;
  private static final int RAW_HEADER_WORDS = 16;
  private static final int VALUE_KIND_LAST = 2;
  private static final int UNIT_HEADER_BYTES = 11;
  private static final int ROOM = 4096;

  private record Function(String name, long hash, int counters) {}

  private record Section(String name, int address, ByteBuffer content) {
    Section(String name, int address, byte[] content) {
      this(name, address, ByteBuffer.wrap(content));
    }

    int length() {
      return content.capacity();
    }
  }

  private static final List<Function> FUNCTIONS =
      List.of(new Function("foo", 7, 1), new Function("bar", 0x8000_0000_0000_0009L, 2));

  private boolean isWide() {
    return pointerBits == Long.SIZE;
  }

  private boolean isBig() {
    return order.equals(ByteOrder.BIG_ENDIAN);
  }

  private ByteBuffer buffer() {
    return ByteBuffer.allocate(ROOM).order(order);
  }

  private void word(ByteBuffer target, long value) {
    if (isWide()) {
      target.putLong(value);
    } else {
      target.putInt((int) value);
    }
  }

  private static byte[] written(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.position()];
    buffer.get(0, bytes);
    return bytes;
  }

  /** Returns a profile in which foo ran five times. */
  public byte[] profile() {
    ByteBuffer file = buffer();
    file.putLong(isWide() ? MAGIC_64 : MAGIC_32).putLong(RAW_VERSION);
    file.putLong(5 * Long.BYTES, 3).putLong((RAW_HEADER_WORDS - 1) * Long.BYTES, VALUE_KIND_LAST);
    file.position(RAW_HEADER_WORDS * Long.BYTES).putLong(5).putLong(4).putLong(0x1_0000_0003L);
    return written(file);
  }

  /** Returns the program. */
  public byte[] program() {
    return program(abbreviations(), debugInfo());
  }

  /** Returns the program with other sections of debug information. */
  public byte[] program(byte[] abbreviations, byte[] debugInfo) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("", 0, new byte[0]));
    sections.add(new Section("__llvm_prf_cnts", COUNTERS_AT, new byte[3 * Long.BYTES]));
    sections.add(new Section("__llvm_covdata", 0, records()));
    sections.add(
        new Section("__llvm_covnames", 0, "\7\0foo\1bar".getBytes(StandardCharsets.UTF_8)));
    sections.add(new Section(".debug_abbrev", 0, abbreviations));
    sections.add(new Section(".debug_info", 0, debugInfo));
    StringBuilder names = new StringBuilder();
    sections.forEach(section -> names.append(section.name()).append('\0'));
    names.append(".shstrtab\0");
    sections.add(new Section(".shstrtab", 0, names.toString().getBytes(StandardCharsets.UTF_8)));
    return link(sections, names);
  }

  private byte[] link(List<Section> sections, StringBuilder names) {
    int bytes = sections.stream().mapToInt(Section::length).sum();
    ByteBuffer file = ByteBuffer.allocate(bytes + ROOM).order(order);
    int headerBytes = isWide() ? 64 : 52;
    file.position(headerBytes);
    List<Integer> offsets = new ArrayList<>();
    for (Section section : sections) {
      offsets.add(file.position());
      file.put(section.content().duplicate());
    }
    file.position((file.position() + Long.BYTES - 1) / Long.BYTES * Long.BYTES);
    int headersAt = file.position();
    for (int index = 0; index < sections.size(); index++) {
      Section section = sections.get(index);
      file.putInt(index == 0 ? 0 : names.indexOf(section.name() + '\0'));
      file.putInt(index == 0 ? 0 : section.name().equals(".shstrtab") ? 3 : PROGBITS);
      word(file, section.address() == 0 ? 0 : 3);
      word(file, section.address());
      word(file, offsets.get(index));
      word(file, section.length());
      file.putInt(0).putInt(0);
      word(file, index == 0 ? 0 : 1);
      word(file, 0);
    }
    int end = file.position();
    file.position(0);
    file.put(
        new byte[] {0x7F, 'E', 'L', 'F', (byte) (isWide() ? 2 : 1), (byte) (isBig() ? 2 : 1), 1});
    file.position(16).putShort((short) EXECUTABLE).putShort((short) machine()).putInt(1);
    word(file, 0);
    word(file, 0);
    word(file, headersAt);
    file.putInt(0).putShort((short) headerBytes).putShort((short) 0).putShort((short) 0);
    file.putShort((short) (isWide() ? 64 : 40)).putShort((short) sections.size());
    file.putShort((short) (sections.size() - 1));
    file.position(end);
    return written(file);
  }

  /** x86-64, s390, i386 or PowerPC. */
  private int machine() {
    return isWide() ? (isBig() ? 22 : 62) : isBig() ? 20 : 3;
  }

  private byte[] records() {
    ByteBuffer data = buffer();
    int address = COUNTERS_AT;
    for (Function function : FUNCTIONS) {
      data.putLong(ProfileName.of(function.name()).hash()).putLong(function.hash());
      word(data, address);
      word(data, 0);
      word(data, 0x500);
      word(data, 0);
      data.putInt(function.counters()).putShort((short) 0).putShort((short) 0).putShort((short) 0);
      data.putShort((short) 0).putInt(0);
      address += function.counters() * Long.BYTES;
    }
    return written(data);
  }

  /** Numbers of tag, children, then pairs of attribute and form. */
  private static byte[] abbreviations() {
    var table = new ByteArrayOutputStream();
    table.writeBytes(new byte[] {1, 0x11, 1, 0, 0});
    table.writeBytes(new byte[] {2, 0x2E, 1, 0x11, 0x01, 0x03, 0x08, 0, 0});
    table.writeBytes(new byte[] {3, 0x34, 1, 0x03, 0x08, 0x02, 0x18, 0, 0});
    table.writeBytes(new byte[] {4, -128, -64, 1, 0, 0x03, 0x08, 0x1C, 0x08, 0, 0});
    table.writeBytes(new byte[] {5, -128, -64, 1, 0, 0x03, 0x08, 0x1C, 0x07, 0, 0});
    table.writeBytes(new byte[] {6, -128, -64, 1, 0, 0x03, 0x08, 0x1C, 0x0F, 0, 0});
    table.write(0);
    return table.toByteArray();
  }

  private byte[] debugInfo() {
    ByteBuffer unit = buffer();
    unit.put((byte) 1);
    int address = COUNTERS_AT;
    for (Function function : FUNCTIONS) {
      unit.put((byte) 2);
      word(unit, 0x500);
      string(unit, function.name());
      unit.put((byte) 3);
      string(unit, "__profc_" + function.name());
      unit.put((byte) (1 + pointerBits / Byte.SIZE)).put((byte) 3);
      word(unit, address);
      unit.put((byte) 4);
      string(unit, "Function Name");
      string(unit, function.name());
      unit.put((byte) 5);
      string(unit, "CFG Hash");
      unit.putLong(function.hash()).put((byte) 6);
      string(unit, "Num Counters");
      unit.put((byte) function.counters()).put((byte) 0).put((byte) 0);
      address += function.counters() * Long.BYTES;
    }
    unit.put((byte) 0);
    return unit(pointerBits, order, 0, written(unit));
  }

  /**
   * Returns a unit of DWARF 4 with addresses of 64 bits.
   *
   * @param abbreviations offset of its table
   * @param entries what follows its header
   */
  public static byte[] unit(ByteOrder order, int abbreviations, byte[] entries) {
    return unit(Long.SIZE, order, abbreviations, entries);
  }

  private static byte[] unit(int pointerBits, ByteOrder order, int abbreviations, byte[] entries) {
    ByteBuffer unit = ByteBuffer.allocate(UNIT_HEADER_BYTES + entries.length).order(order);
    unit.putInt(UNIT_HEADER_BYTES - Integer.BYTES + entries.length).putShort((short) 4);
    unit.putInt(abbreviations).put((byte) (pointerBits / Byte.SIZE)).put(entries);
    return unit.array();
  }

  private static void string(ByteBuffer target, String text) {
    target.put(text.getBytes(StandardCharsets.UTF_8)).put((byte) 0);
  }

  /** Returns for example {@code 32 bit, BIG_ENDIAN}. */
  @Override
  public String toString() {
    return pointerBits + " bit, " + order;
  }
}
