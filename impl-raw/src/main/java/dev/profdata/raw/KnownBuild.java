package dev.profdata.raw;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ProfileSection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A build together with the bytes that tell its files from those of others: the records without
 * what moves with the address at which the program was loaded, and the names.
 */
final class KnownBuild {
  private static final int ROWS_AT_A_TIME = 1024;

  /** No program moves by an odd number of bytes. */
  private static final long NO_DISTANCE = -1;

  private final RawBuild build;
  private final RawDataLayout layout;
  private final RawEncoding encoding;
  private final long countersDelta;
  private final long[] records;
  private final long[] fixedBits;
  private final byte[] names;
  private final byte[] vtableNames;

  private KnownBuild(RawBuild build, RawHeader header, RawDataLayout layout, RawSections sections)
      throws IOException {
    this.build = build;
    this.layout = layout;
    this.encoding = header.encoding();
    this.countersDelta = header.word(RawHeaderField.COUNTERS_DELTA);
    BoundedReader data = sections.section(ProfileSection.DATA);
    this.records = new long[build.functions().size * wordsOfRecord()];
    data.longs(records, 0, records.length);
    this.fixedBits = fixedBits();
    this.names = all(sections.section(ProfileSection.NAMES));
    this.vtableNames = all(sections.section(ProfileSection.VTABLE_NAMES));
  }

  static KnownBuild of(RawBuild build, RawHeader header, RawDataLayout layout, RawSections sections)
      throws IOException {
    return new KnownBuild(build, header, layout, sections);
  }

  private static byte[] all(BoundedReader section) throws IOException {
    return section.bytes(section.remaining());
  }

  private int wordsOfRecord() {
    return layout.recordBytes() / Long.BYTES;
  }

  /** Returns for each word of a record the bits that are the same in every run. */
  private long[] fixedBits() {
    byte[] mask = new byte[layout.recordBytes()];
    Arrays.fill(mask, (byte) -1);
    release(mask, RawDataField.FUNCTION_POINTER);
    release(mask, RawDataField.VALUES);
    if (!layout.relativePointers()) {
      release(mask, RawDataField.COUNTER_PTR);
    }
    long[] bits = new long[wordsOfRecord()];
    ByteBuffer.wrap(mask).order(encoding.order()).asLongBuffer().get(bits);
    return bits;
  }

  private void release(byte[] mask, RawDataField pointer) {
    if (layout.has(pointer)) {
      int offset = layout.offset(pointer);
      Arrays.fill(mask, offset, offset + encoding.pointerBytes(), (byte) 0);
    }
  }

  /** Returns what is known if the sections are those of another run of the build. */
  @Nullable RecognizedBuild recognize(RawHeader header, RawSections sections) throws IOException {
    boolean same =
        sameRecords(sections.section(ProfileSection.DATA))
            && sections.section(ProfileSection.NAMES).skipIfEqual(names)
            && sections.section(ProfileSection.VTABLE_NAMES).skipIfEqual(vtableNames)
            && sameCounterPlaces(header, sections.section(ProfileSection.DATA));
    return same ? located(sections.section(ProfileSection.DATA)) : null;
  }

  private boolean sameRecords(BoundedReader data) throws IOException {
    int words = wordsOfRecord();
    long[] piece = new long[Math.min(ROWS_AT_A_TIME * words, records.length)];
    for (int first = 0; first < records.length; first += piece.length) {
      int length = Math.min(piece.length, records.length - first);
      data.longs(piece, 0, length);
      long different = 0;
      for (int at = 0; at < length; at += words) {
        for (int word = 0; word < words; word++) {
          different |= (piece[at + word] ^ records[first + at + word]) & fixedBits[word];
        }
      }
      if (different != 0) {
        return false;
      }
    }
    return true;
  }

  /** Absolute pointers must all have moved as far as the section they point into. */
  private boolean sameCounterPlaces(RawHeader header, BoundedReader data) throws IOException {
    if (layout.relativePointers()) {
      return true;
    }
    long moved = header.word(RawHeaderField.COUNTERS_DELTA) - countersDelta;
    return moved == distance(data, RawDataField.COUNTER_PTR, build.functions().counterPointers);
  }

  private RecognizedBuild located(BoundedReader data) throws IOException {
    long[] addresses = build.functions().functionPointers;
    if (addresses.length == 0) {
      return new RecognizedBuild(build, build.addresses(), 0);
    }
    long moved = distance(data, RawDataField.FUNCTION_POINTER, addresses);
    if (moved != NO_DISTANCE) {
      return new RecognizedBuild(build, build.addresses(), moved);
    }
    long[] own = new long[addresses.length];
    column(data, RawDataField.FUNCTION_POINTER, own, 0, own.length);
    return new RecognizedBuild(build, FunctionAddresses.of(own, build.functions().nameHashes), 0);
  }

  /**
   * Returns how far all pointers of a column have moved, or {@link #NO_DISTANCE} if not all by the
   * same distance. Null pointers stay null.
   */
  private long distance(BoundedReader data, RawDataField field, long[] before) throws IOException {
    long[] piece = new long[Math.min(ROWS_AT_A_TIME, before.length)];
    long moved = 0;
    boolean known = false;
    for (int first = 0; first < before.length; first += piece.length) {
      int rows = Math.min(piece.length, before.length - first);
      column(data, field, piece, first, rows);
      for (int row = 0; row < rows; row++) {
        long now = piece[row];
        long then = before[first + row];
        if (now == 0 || then == 0) {
          if (now != then) {
            return NO_DISTANCE;
          }
        } else if (!known) {
          moved = now - then;
          known = true;
        } else if (now - then != moved) {
          return NO_DISTANCE;
        }
      }
    }
    return moved;
  }

  private void column(BoundedReader data, RawDataField field, long[] target, int first, int rows)
      throws IOException {
    long at = data.start() + (long) first * layout.recordBytes() + layout.offset(field);
    data.column(target, rows, at, layout.recordBytes(), encoding.pointerBytes());
  }
}
