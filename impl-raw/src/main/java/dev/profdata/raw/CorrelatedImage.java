package dev.profdata.raw;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Limit;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileCorrelator;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileSection;
import dev.profdata.model.BinaryId;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An image that holds counters only, joined with the functions that a correlator knows. */
final class CorrelatedImage {
  private final RawHeader header;
  private final RawSections sections;
  private final Limits limits;
  private final BoundedReader counters;
  private final BoundedReader bitmap;

  CorrelatedImage(RawHeader header, RawSections sections, Limits limits) {
    this.limits = limits;
    this.header = header;
    this.sections = sections;
    this.counters = sections.section(ProfileSection.COUNTERS);
    this.bitmap = sections.section(ProfileSection.BITMAP);
  }

  /** Tells whether an image leaves its function records out. */
  static boolean isCorrelated(RawHeader header) {
    return header.word(RawHeaderField.NUM_DATA) == 0
            && header.word(RawHeaderField.NUM_COUNTERS) != 0
        || header.variant().has(ProfileVariant.DEBUG_CORRELATION);
  }

  /**
   * Reads the image.
   *
   * @return empty if the correlator does not know the program
   */
  Optional<ProfileImage.Builder> read(
      String source, List<BinaryId> ids, ProfileCorrelator correlator) throws IOException {
    long slots = header.word(RawHeaderField.NUM_COUNTERS);
    Optional<FunctionTable> functions =
        correlator.functions(
            new ProfileCorrelator.Request(
                source, header.format(), header.variant(), ids, slots, bitmap.remaining()));
    if (functions.isEmpty()) {
      return Optional.empty();
    }
    check(functions.get());
    ImageCounts.Builder counts =
        ImageCounts.builder()
            .counters(readCounters(slots))
            .bitmap(bitmap.bytes(bitmap.remaining()));
    if (header.variant().has(ProfileVariant.TEMPORAL)) {
      counts.timestamps(readTimestamps(functions.get()));
    }
    return Optional.of(
        ProfileImage.builder(header.format(), functions.get(), counts.build())
            .variant(header.variant().without(ProfileVariant.DEBUG_CORRELATION))
            .binaryIds(ids));
  }

  private void check(FunctionTable table) throws ProfileException {
    long slots = header.word(RawHeaderField.NUM_COUNTERS);
    if (table.totalSites() > 0) {
      throw error("the correlator gave functions with value sites, which such files do not have");
    }
    Sharing sharing = new Sharing("counters", limits);
    Sharing ofBitmaps = new Sharing("bitmap bytes", limits);
    for (int row = 0; row < table.size(); row++) {
      sharing.claim(
          Limit.COUNTERS, table.counterCount(row), counters, header.slotBytes(), counters.start());
      ofBitmaps.claim(table.bitmapSize(row), bitmap, 1, bitmap.start());
      checkRun(row, "counters", table.counterStart(row), table.counterCount(row), slots);
      checkRun(
          row, "bitmap bytes", table.bitmapStart(row), table.bitmapSize(row), bitmap.remaining());
    }
  }

  private void checkRun(int row, String what, long start, long length, long there)
      throws ProfileException {
    if (start < 0 || length < 0 || start + length > there) {
      throw error(
          "the correlator gave function %d the %s %d to %d, the file has %d: is it of another build?"
              .formatted(row, what, start, start + length, there));
    }
  }

  private ProfileException error(String detail) {
    return counters.error(ErrorKind.UNABLE_TO_CORRELATE_PROFILE, counters.start(), detail);
  }

  private long[] readCounters(long slots) throws IOException {
    long[] run = new long[RawCounters.arrayLength(counters, slots)];
    if (header.slotBytes() == Long.BYTES) {
      counters.longs(run, 0, run.length);
    } else {
      for (int i = 0; i < run.length; i++) {
        run[i] = counters.u8() == 0 ? 1 : 0;
      }
    }
    return run;
  }

  /** Reads what stands before the counters of each row; 0 where there is no room for a stamp. */
  private long[] readTimestamps(FunctionTable table) throws IOException {
    long[] stamps = new long[table.size()];
    for (int row = 0; row < stamps.length; row++) {
      long end = (long) table.counterStart(row) * header.slotBytes();
      if (end >= Long.BYTES) {
        counters.seek(counters.start() + end - Long.BYTES);
        stamps[row] = counters.u64();
      }
    }
    return stamps;
  }

  /** Returns the offset behind the image. */
  long end() {
    return sections.rest().position();
  }
}
