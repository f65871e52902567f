package dev.profdata.raw;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.Limit;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileSection;
import dev.profdata.model.ProfileVariant;
import java.io.IOException;
import java.util.BitSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the counters of each function stand: in the section of the file, and in the run that is
 * made of it.
 *
 * <p>Ordinarily the run is the section. Where offsets are odd (Windows) or counters are bytes
 * (coverage) it is gathered, function after function.
 */
final class CounterPlaces {
  private static final int TIMESTAMP_BYTES = Long.BYTES;

  private final RawHeader header;
  private final RawFunctions functions;
  private final boolean temporal;
  private boolean gathered;
  private final BitSet lost;
  private @Nullable RawDamage damage;

  /** Offsets in the section, in bytes, of what belongs to a row, its time stamp first. */
  final long[] offsets;

  /** Indexes of the first counters in the run. */
  final int[] starts;

  /** Numbers of counters, time stamps not among them. */
  final int[] counts;

  private CounterPlaces(RawHeader header, RawFunctions functions, BitSet lost) {
    this.header = header;
    this.functions = functions;
    this.lost = lost;
    this.temporal = header.variant().has(ProfileVariant.TEMPORAL);
    this.offsets = new long[functions.size];
    this.starts = new int[functions.size];
    this.counts = new int[functions.size];
  }

  /**
   * Finds the counters of all rows, or of those before the first damaged one.
   *
   * @param lost the rows that are lost already; gets those whose counters are beyond the end of the
   *     file
   */
  static CounterPlaces locate(
      RawHeader header,
      RawDataLayout layout,
      RawSections sections,
      RawFunctions functions,
      BitSet lost,
      Limits limits,
      Consumer<Finding> findings)
      throws IOException {
    SectionRuns runs =
        new SectionRuns(
            sections.section(ProfileSection.COUNTERS),
            sections.announced(ProfileSection.COUNTERS),
            "counter",
            "counters",
            header.slotBytes(),
            layout,
            header.encoding(),
            header.word(RawHeaderField.COUNTERS_DELTA));
    CounterPlaces places = new CounterPlaces(header, functions, lost);
    places.locate(runs, sections.section(ProfileSection.DATA).start(), limits, findings);
    places.gathered = header.slotBytes() != Long.BYTES || places.isAnyMisaligned();
    places.lay(runs.section(), findings);
    return places;
  }

  private void locate(SectionRuns runs, long dataStart, Limits limits, Consumer<Finding> findings)
      throws IOException {
    CounterPointers pointers = CounterPointers.of(runs, functions, header, findings);
    Sharing sharing = new Sharing("counters", limits);
    for (int row = 0; row < functions.size; row++) {
      long count = functions.counterCounts[row];
      long recordOffset = dataStart + (long) row * runs.layout().recordBytes();
      try {
        if (count == 0) {
          throw runs.section()
              .error(ErrorKind.MALFORMED, recordOffset, "number of counters is zero");
        }
        offsets[row] = runs.check(pointers.offset(row), count, recordOffset);
        if (!runs.isThere(offsets[row], count)) {
          lost.set(row);
        }
        if (!lost.get(row)) {
          sharing.claim(Limit.COUNTERS, count, runs.section(), header.slotBytes(), recordOffset);
        }
      } catch (ProfileException e) {
        damage = new RawDamage(row, e);
        return;
      }
    }
  }

  private boolean isAnyMisaligned() {
    long misaligned = 0;
    for (int row = 0; row < wholeRows(); row++) {
      misaligned |= lost.get(row) ? 0 : offsets[row] % Long.BYTES;
    }
    return misaligned != 0;
  }

  private void lay(BoundedReader section, Consumer<Finding> findings) {
    int stampSlots = TIMESTAMP_BYTES / header.slotBytes();
    int withoutTimestamp = 0;
    int next = 0;
    for (int row = lost.nextClearBit(0); row < wholeRows(); row = lost.nextClearBit(row + 1)) {
      long slots = functions.counterCounts[row];
      boolean stamped = temporal && slots > stampSlots;
      withoutTimestamp += temporal && !stamped ? 1 : 0;
      counts[row] = (int) (stamped ? slots - stampSlots : slots);
      starts[row] = gathered ? next : (int) (offsets[row] / Long.BYTES) + (stamped ? 1 : 0);
      next += counts[row];
    }
    if (withoutTimestamp > 0) {
      findings.accept(
          Finding.of(
              FindingKind.MISSING_TIMESTAMP,
              section.source(),
              "functions without room for the time stamp that is announced: " + withoutTimestamp));
    }
  }

  /** Returns the first record whose counters are not in the section. */
  @Nullable RawDamage damage() {
    return damage;
  }

  /** Returns how many rows come before the first damaged one. */
  int wholeRows() {
    return damage == null ? functions.size : damage.row();
  }

  /** Tells whether the counters of a row are beyond the end of the file. */
  boolean isLost(int row) {
    return lost.get(row);
  }

  /** Tells whether the run differs from the section. */
  boolean isGathered() {
    return gathered;
  }

  /** Tells whether functions carry time stamps, if they have room for one. */
  boolean isTemporal() {
    return temporal;
  }

  /** Tells whether the counters of a row follow a time stamp. */
  boolean isStamped(int row) {
    return !lost.get(row) && counts[row] != functions.counterCounts[row];
  }
}
