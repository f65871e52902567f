package dev.profdata.raw;

import dev.profdata.io.Limits;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileSection;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Where in the bitmap section of an image the bytes of each row stand. */
final class BitmapPlaces {
  private final RawFunctions functions;
  private final int[] starts;
  private @Nullable RawDamage damage;

  private BitmapPlaces(RawFunctions functions, boolean present) {
    this.functions = functions;
    this.starts = new int[present ? functions.size : 0];
  }

  /**
   * Finds the bitmaps of all rows, or of those before the first damaged one.
   *
   * @param lost gets the rows whose bitmaps are beyond the end of the file
   */
  static BitmapPlaces locate(
      RawHeader header,
      RawDataLayout layout,
      RawSections sections,
      RawFunctions functions,
      BitSet lost,
      Limits limits)
      throws IOException {
    SectionRuns runs =
        new SectionRuns(
            sections.section(ProfileSection.BITMAP),
            sections.announced(ProfileSection.BITMAP),
            "bitmap",
            "bitmap bytes",
            1,
            layout,
            header.encoding(),
            header.word(RawHeaderField.BITMAP_DELTA));
    boolean present = Arrays.stream(functions.bitmapSizes).anyMatch(size -> size > 0);
    BitmapPlaces places = new BitmapPlaces(functions, present);
    if (places.starts.length > 0) {
      places.locate(runs, sections.section(ProfileSection.DATA).start(), lost, limits);
    }
    return places;
  }

  private void locate(SectionRuns runs, long dataStart, BitSet lost, Limits limits)
      throws IOException {
    Sharing sharing = new Sharing("bitmap bytes", limits);
    for (int row = 0; row < functions.size; row++) {
      long size = functions.bitmapSizes[row];
      if (size > 0) {
        long recordOffset = dataStart + (long) row * runs.layout().recordBytes();
        try {
          long offset = runs.locate(row, functions.bitmapPointers[row], size, recordOffset);
          if (runs.isThere(offset, size)) {
            sharing.claim(size, runs.section(), 1, recordOffset);
            starts[row] = (int) offset;
          } else {
            lost.set(row);
          }
        } catch (ProfileException e) {
          damage = new RawDamage(row, e);
          return;
        }
      }
    }
  }

  @Nullable RawDamage damage() {
    return damage;
  }

  int start(int row) {
    return starts.length == 0 ? 0 : starts[row];
  }

  int size(int row) {
    return starts.length == 0 ? 0 : (int) functions.bitmapSizes[row];
  }
}
