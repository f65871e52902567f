package dev.profdata.raw;

import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileSection;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The bitmap bytes of an image: the section as it is, and where in it those of each row stand. */
final class RawBitmaps {
  final byte[] run;
  private final int[] starts;
  private final RawFunctions functions;
  private @Nullable RawDamage damage;

  private RawBitmaps(byte[] run, RawFunctions functions) {
    this.run = run;
    this.functions = functions;
    this.starts = new int[run.length == 0 ? 0 : functions.size];
  }

  static RawBitmaps read(
      RawHeader header, RawDataLayout layout, RawSections sections, RawFunctions functions)
      throws IOException {
    SectionRuns runs =
        new SectionRuns(
            sections.section(ProfileSection.BITMAP),
            "bitmap",
            "bitmap bytes",
            1,
            layout,
            header.encoding(),
            header.word(RawHeaderField.BITMAP_DELTA));
    RawBitmaps bitmaps =
        new RawBitmaps(runs.section().bytes(runs.section().remaining()), functions);
    if (bitmaps.run.length > 0) {
      bitmaps.locate(runs, sections.section(ProfileSection.DATA).start());
    }
    return bitmaps;
  }

  private void locate(SectionRuns runs, long dataStart) throws IOException {
    for (int row = 0; row < functions.size; row++) {
      long size = functions.bitmapSizes[row];
      if (size > 0) {
        long recordOffset = dataStart + (long) row * runs.layout().recordBytes();
        try {
          starts[row] = (int) runs.locate(row, functions.bitmapPointers[row], size, recordOffset);
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
