package dev.profdata.raw;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ErrorKind;
import java.io.IOException;

/**
 * Finds the runs of functions in a section (counters, bitmap bytes, uniform counters) from the
 * pointers in their records.
 *
 * @param section the section that the runs lie in, as far as the file has it
 * @param bytes the size of the section by the header
 * @param singular what a run consists of, as LLVM's messages call it
 * @param plural the same in plural
 * @param unit bytes of an element
 * @param layout the layout of the records
 * @param encoding pointer width and byte order
 * @param delta address of the section, or its distance from the first record
 */
record SectionRuns(
    BoundedReader section,
    long bytes,
    String singular,
    String plural,
    int unit,
    RawDataLayout layout,
    RawEncoding encoding,
    long delta) {

  /** Returns the offset in the section that a pointer of a row means, in bytes, signed. */
  long offset(int row, long pointer) {
    long base = layout.relativePointers() ? delta - (long) row * layout.recordBytes() : delta;
    return encoding.signed(pointer - base);
  }

  /**
   * Returns the offset in the section of a run, checked.
   *
   * @param recordOffset where the record stands in the file, for errors
   */
  long locate(int row, long pointer, long count, long recordOffset) throws IOException {
    return check(offset(row, pointer), count, recordOffset);
  }

  /** Checks that so many elements from an offset on lie in the section, and returns the offset. */
  long check(long offset, long count, long recordOffset) throws IOException {
    if (offset < 0) {
      throw section.error(
          ErrorKind.MALFORMED,
          recordOffset,
          "%s offset %d is negative".formatted(singular, offset));
    }
    if (offset >= bytes) {
      throw section.error(
          ErrorKind.MALFORMED,
          recordOffset,
          "%s offset %d is greater than the maximum %s offset %d"
              .formatted(singular, offset, singular, bytes - 1));
    }
    long most = (bytes - offset) / unit;
    if (count > most) {
      throw section.error(
          ErrorKind.MALFORMED,
          recordOffset,
          "number of %s %d is greater than the maximum number of %s %d"
              .formatted(plural, count, plural, most));
    }
    return offset;
  }

  /** Tells whether a checked run does not lie beyond the end of the file. */
  boolean isThere(long offset, long count) {
    return offset + count * unit <= section.end() - section.start();
  }
}
