package dev.profdata.raw;

import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileSection;
import dev.profdata.model.ImageCounts;
import java.io.IOException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The uniform twins of counters, which only GPU programs have, at the places of the counters. */
final class RawUniformCounters {
  private final SectionRuns runs;
  private final long @Nullable [] twins;
  private final BitSet lost = new BitSet();
  private @Nullable RawDamage damage;

  private RawUniformCounters(SectionRuns runs, long @Nullable [] twins) {
    this.runs = runs;
    this.twins = twins;
  }

  static RawUniformCounters read(
      RawHeader header,
      RawDataLayout layout,
      RawSections sections,
      RawFunctions functions,
      CounterPlaces places,
      int length)
      throws IOException {
    SectionRuns runs =
        new SectionRuns(
            sections.section(ProfileSection.UNIFORM_COUNTERS),
            sections.announced(ProfileSection.UNIFORM_COUNTERS),
            "uniform counter",
            "uniform counters",
            Long.BYTES,
            layout,
            header.encoding(),
            header.word(RawHeaderField.UNIFORM_COUNTERS_DELTA));
    boolean present = runs.bytes() > 0;
    var uniform = new RawUniformCounters(runs, present ? new long[length] : null);
    uniform.readRows(functions, places, sections.section(ProfileSection.DATA).start());
    return uniform;
  }

  private void readRows(RawFunctions functions, CounterPlaces places, long dataStart)
      throws IOException {
    if (twins == null) {
      return;
    }
    for (int row = 0; row < places.wholeRows(); row++) {
      // A record without a pointer has no twins; LLVM's reader knows no such exception.
      if (functions.uniformPointers[row] != 0 && !places.isLost(row)) {
        long recordOffset = dataStart + (long) row * runs.layout().recordBytes();
        try {
          long offset =
              runs.locate(row, functions.uniformPointers[row], places.counts[row], recordOffset);
          if (runs.isThere(offset, places.counts[row])) {
            runs.section().seek(runs.section().start() + offset);
            runs.section().longs(twins, places.starts[row], places.counts[row]);
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

  /** Returns the rows whose twins are beyond the end of the file. */
  BitSet lost() {
    return lost;
  }

  void addTo(ImageCounts.Builder counts) {
    if (twins != null) {
      counts.uniformCounters(twins);
    }
  }
}
