package dev.profdata.raw;

import dev.profdata.format.ProfileFormat;
import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileSection;
import dev.profdata.model.ProfileVariant;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The header of an image: its words, and where it stands in the file. */
final class RawHeader {
  private static final int VERSION_OFFSET = 8;
  private static final int VERSION_END = 16;
  private static final long VERSION_MASK = 0xFFFF_FFFFL;

  private final long start;
  private final RawEncoding encoding;
  private final RawHeaderLayout layout;
  private final Map<RawHeaderField, Long> words;

  private RawHeader(
      long start, RawEncoding encoding, RawHeaderLayout layout, Map<RawHeaderField, Long> words) {
    this.start = start;
    this.encoding = encoding;
    this.layout = layout;
    this.words = words;
  }

  /** Returns the version number at an offset, or -1 if the file ends before it. */
  static long versionAt(ProfileInput input, long start, RawEncoding encoding) throws IOException {
    return input.size() - start < VERSION_END
        ? -1
        : versionWord(input, start, encoding) & VERSION_MASK;
  }

  private static long versionWord(ProfileInput input, long start, RawEncoding encoding)
      throws IOException {
    return input.slice(start + VERSION_OFFSET, Long.BYTES).order(encoding.order()).getLong();
  }

  static boolean isKnown(long version) {
    return RawHeaderLayout.OLDEST_VERSION <= version && version <= RawHeaderLayout.NEWEST_VERSION;
  }

  /** Tells whether the file ends within the header that begins at an offset. */
  static boolean isCutOff(ProfileInput input, long start) throws IOException {
    long left = input.size() - start;
    Optional<RawEncoding> encoding = RawEncoding.at(input, start);
    if (left < VERSION_END || encoding.isEmpty()) {
      return left < (encoding.isEmpty() ? Long.BYTES : VERSION_END);
    }
    long version = versionAt(input, start, encoding.get());
    return isKnown(version) && left < RawHeaderLayout.of((int) version).size();
  }

  /** Reads the header of a known version. */
  static RawHeader read(ProfileInput input, long start, RawEncoding encoding) throws IOException {
    BoundedReader file = BoundedReader.of(input, encoding.order(), ProfileSection.HEADER);
    RawHeaderLayout layout =
        RawHeaderLayout.of((int) (versionWord(input, start, encoding) & VERSION_MASK));
    if (input.size() - start < layout.size()) {
      throw file.error(
          ErrorKind.BAD_HEADER,
          start,
          "header of version %d has %d bytes, %d are left"
              .formatted(layout.version(), layout.size(), input.size() - start));
    }
    var words = new EnumMap<RawHeaderField, Long>(RawHeaderField.class);
    for (var field : layout.offsets().entrySet()) {
      file.seek(start + field.getValue());
      words.put(field.getKey(), file.u64());
    }
    return new RawHeader(start, encoding, layout, words);
  }

  long start() {
    return start;
  }

  long end() {
    return start + layout.size();
  }

  RawEncoding encoding() {
    return encoding;
  }

  RawHeaderLayout layout() {
    return layout;
  }

  int version() {
    return layout.version();
  }

  /** Returns a word, 0 if the version has no such word. */
  long word(RawHeaderField field) {
    return words.getOrDefault(field, 0L);
  }

  /** Returns all words that do not depend on where the program was loaded. */
  Map<RawHeaderField, Long> wordsOfBuild() {
    var fixed = new EnumMap<>(words);
    fixed.remove(RawHeaderField.NAMES_DELTA);
    fixed.remove(RawHeaderField.VALUE_DATA_SIZE);
    fixed.remove(RawHeaderField.VALUE_DATA_DELTA);
    if (!RawDataLayout.relativePointers(version())) {
      fixed.remove(RawHeaderField.COUNTERS_DELTA);
    }
    // The distance to a section that is not there is taken from a null pointer.
    if (word(RawHeaderField.NUM_BITMAP_BYTES) == 0) {
      fixed.remove(RawHeaderField.BITMAP_DELTA);
    }
    if (word(RawHeaderField.NUM_UNIFORM_COUNTERS) == 0) {
      fixed.remove(RawHeaderField.UNIFORM_COUNTERS_DELTA);
    }
    return fixed;
  }

  /** Returns the offset in the file of a word that the version has. */
  long offsetOf(RawHeaderField field) {
    Integer offset = layout.offsets().get(field);
    return start + (offset == null ? 0 : offset);
  }

  ProfileVariant variant() {
    return ProfileVariant.ofVersionWord(word(RawHeaderField.VERSION));
  }

  ProfileFormat format() {
    return ProfileFormat.raw(version())
        .withPointerBits(encoding.pointerBits())
        .withByteOrder(encoding.order());
  }

  /** Returns the size of a counter slot in bytes. */
  int slotBytes() {
    return variant().has(ProfileVariant.BYTE_COVERAGE) ? 1 : Long.BYTES;
  }
}
