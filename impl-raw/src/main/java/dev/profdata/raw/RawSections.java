package dev.profdata.raw;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.internal.bytes.ByteSink;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileSection;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the sections of an image stand, each checked against the end of the file before anybody
 * reads it. Of a file that may be cut off the sections are as long as they are there.
 */
final class RawSections {
  /** Version 1 pads names by one to eight bytes; later ones by up to seven. */
  private static final int FULL_NAME_PADDING = 1;

  private static final int VTABLE_HASH_AND_SIZE = 12;

  /** No file is longer; sums of offsets below it cannot overflow. */
  private static final long LONGEST_FILE = 1L << 60;

  private final BoundedReader file;
  private final RawHeader header;
  private final boolean mayBeCut;
  private final Map<ProfileSection, BoundedReader> sections = new EnumMap<>(ProfileSection.class);
  private final Map<ProfileSection, Long> announced = new EnumMap<>(ProfileSection.class);
  private final int vtableBytes;
  private long position;
  private boolean lacksPadding;
  private ProfileSection placedLast = ProfileSection.HEADER;
  private @Nullable ProfileSection cut;

  private RawSections(BoundedReader file, RawHeader header, boolean mayBeCut) {
    this.file = file;
    this.header = header;
    this.mayBeCut = mayBeCut;
    int pointerBytes = header.encoding().pointerBytes();
    this.vtableBytes =
        VTABLE_HASH_AND_SIZE + pointerBytes + ByteSink.padding(VTABLE_HASH_AND_SIZE + pointerBytes);
    this.position = header.end();
  }

  /**
   * Lays the sections out behind a header.
   *
   * @param mayBeCut whether a file that ends within them is laid out as far as it goes
   */
  static RawSections of(ProfileInput input, RawHeader header, RawDataLayout data, boolean mayBeCut)
      throws IOException {
    BoundedReader file = BoundedReader.of(input, header.encoding().order(), ProfileSection.HEADER);
    RawSections sections = new RawSections(file, header, mayBeCut);
    sections.layOut(data);
    return sections;
  }

  private void layOut(RawDataLayout data) throws IOException {
    place(ProfileSection.BINARY_IDS, RawHeaderField.BINARY_IDS_SIZE, 1);
    place(ProfileSection.DATA, RawHeaderField.NUM_DATA, data.recordBytes());
    skip(RawHeaderField.PADDING_BEFORE_COUNTERS);
    place(ProfileSection.COUNTERS, RawHeaderField.NUM_COUNTERS, header.slotBytes());
    skip(RawHeaderField.PADDING_AFTER_COUNTERS);
    place(ProfileSection.BITMAP, RawHeaderField.NUM_BITMAP_BYTES, 1);
    skip(RawHeaderField.PADDING_AFTER_BITMAP);
    place(ProfileSection.UNIFORM_COUNTERS, RawHeaderField.NUM_UNIFORM_COUNTERS, Long.BYTES);
    skip(RawHeaderField.PADDING_AFTER_UNIFORM);
    place(ProfileSection.NAMES, RawHeaderField.NAMES_SIZE, 1);
    padNames();
    place(ProfileSection.VTABLES, RawHeaderField.NUM_VTABLES, vtableBytes);
    place(ProfileSection.VTABLE_NAMES, RawHeaderField.VTABLE_NAMES_SIZE, 1);
    pad(ByteSink.padding(header.word(RawHeaderField.VTABLE_NAMES_SIZE)));
  }

  private void place(ProfileSection section, RawHeaderField field, int unit) throws IOException {
    long count = header.word(field);
    long left = left();
    placedLast = section;
    if (count < 0 || count > left / unit && !isCut(count, unit)) {
      throw file.error(
          ErrorKind.BAD_HEADER,
          header.offsetOf(field),
          "section %s: %s times %d bytes from 0x%x on, %d are left"
              .formatted(section, Long.toUnsignedString(count), unit, position, left));
    }
    long bytes = count * unit;
    sections.put(
        section, file.section(section, Math.min(position, file.end()), Math.min(bytes, left)));
    announced.put(section, bytes);
    position += bytes;
  }

  private long left() {
    return Math.max(0, file.end() - position);
  }

  /** Notes that the file ends before so many elements more, if that may be. */
  private boolean isCut(long count, int unit) {
    if (!mayBeCut || count > (LONGEST_FILE - position) / unit) {
      return false;
    }
    cut = cut == null ? placedLast : cut;
    return true;
  }

  private void skip(RawHeaderField padding) throws IOException {
    long bytes = header.word(padding);
    long left = left();
    if (bytes < 0 || bytes > left && !isCut(bytes, 1)) {
      throw file.error(
          ErrorKind.BAD_HEADER,
          header.offsetOf(padding),
          "padding of %s bytes at 0x%x, %d are left"
              .formatted(Long.toUnsignedString(bytes), position, left));
    }
    position += bytes;
  }

  private void padNames() throws IOException {
    long size = header.word(RawHeaderField.NAMES_SIZE);
    if (header.version() == FULL_NAME_PADDING && cut == null) {
      long padding = Long.BYTES - size % Long.BYTES;
      lacksPadding = padding > file.end() - position;
      position = Math.min(position + padding, file.end());
    } else {
      pad(ByteSink.padding(size));
    }
  }

  private void pad(int bytes) throws IOException {
    if (bytes > left() && !isCut(bytes, 1)) {
      throw file.error(
          ErrorKind.BAD_HEADER,
          header.offsetOf(RawHeaderField.NAMES_SIZE),
          "padding of %d bytes at 0x%x, %d are left".formatted(bytes, position, left()));
    }
    position += bytes;
  }

  /** Returns a new reader of a section, positioned at its start. */
  BoundedReader section(ProfileSection section) {
    BoundedReader found = sections.get(section);
    if (found == null) {
      throw new IllegalArgumentException("no section " + section + " in a raw profile");
    }
    return found.section(section, found.start(), found.end() - found.start());
  }

  /** Returns a reader of all that stands behind the sections, where value data may be. */
  BoundedReader rest() {
    return file.section(ProfileSection.VALUE_DATA, position, file.end() - position);
  }

  /** Returns the first section that the file ends in or behind, before the image does. */
  Optional<ProfileSection> cut() {
    return Optional.ofNullable(cut);
  }

  /** Tells whether the file ends within a section or before it. */
  boolean isCut(ProfileSection section) {
    BoundedReader there = section(section);
    return announced(section) > there.end() - there.start();
  }

  /** Returns the size of a section in bytes by the header, whether that much is there or not. */
  long announced(ProfileSection section) {
    return announced.getOrDefault(section, 0L);
  }

  /** Tells whether the file ends within the last padding. */
  boolean lacksPadding() {
    return lacksPadding;
  }
}
