package dev.profdata.raw;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileTooLargeException;
import dev.profdata.model.ProfileVariant;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The counters of an image: one run of numbers, and where in it those of each function stand.
 *
 * <p>Ordinary counters are taken over in one go, in the order of the file; where offsets are odd
 * (Windows) or counters are bytes (coverage), each is read by itself.
 */
final class RawCounters {
  /** Records may share counters, but not so often that a small file makes a huge profile. */
  private static final long SHARING_LIMIT = 4;

  private static final long SHARING_ALWAYS_ALLOWED = 1 << 16;
  private static final int TIMESTAMP_BYTES = Long.BYTES;

  private final RawHeader header;
  private final RawFunctions functions;
  private final SectionRuns runs;
  private final boolean coverage;
  private final boolean temporal;
  private final long[] offsets;
  private final Consumer<Finding> findings;
  private @Nullable RawDamage damage;
  private long withoutTimestamp;

  long[] run = new long[0];
  final int[] starts;
  final int[] counts;
  final long @Nullable [] timestamps;

  private RawCounters(
      RawHeader header, RawFunctions functions, SectionRuns runs, Consumer<Finding> findings) {
    this.header = header;
    this.functions = functions;
    this.runs = runs;
    this.findings = findings;
    this.coverage = header.variant().has(ProfileVariant.BYTE_COVERAGE);
    this.temporal = header.variant().has(ProfileVariant.TEMPORAL);
    this.offsets = new long[functions.size];
    this.starts = new int[functions.size];
    this.counts = new int[functions.size];
    this.timestamps = temporal ? new long[functions.size] : null;
  }

  static RawCounters read(
      RawHeader header,
      RawDataLayout layout,
      RawSections sections,
      RawFunctions functions,
      Consumer<Finding> findings)
      throws IOException {
    SectionRuns runs =
        new SectionRuns(
            sections.section(ProfileSection.COUNTERS),
            "counter",
            "counters",
            header.slotBytes(),
            layout,
            header.encoding(),
            header.word(RawHeaderField.COUNTERS_DELTA));
    RawCounters counters = new RawCounters(header, functions, runs, findings);
    counters.locate(sections.section(ProfileSection.DATA).start());
    counters.takeOver();
    return counters;
  }

  /** Returns the first record whose counters are not in the section. */
  @Nullable RawDamage damage() {
    return damage;
  }

  private void locate(long dataStart) throws IOException {
    CounterPointers pointers = CounterPointers.of(runs, functions, header, findings);
    long claimed = 0;
    for (int row = 0; row < functions.size; row++) {
      long count = functions.counterCounts[row];
      long recordOffset = dataStart + (long) row * runs.layout().recordBytes();
      try {
        if (count == 0) {
          throw runs.section()
              .error(ErrorKind.MALFORMED, recordOffset, "number of counters is zero");
        }
        offsets[row] = runs.check(pointers.offset(row), count, recordOffset);
        claimed += count;
        checkSharing(claimed, recordOffset);
      } catch (ProfileException e) {
        damage = new RawDamage(row, e);
        return;
      }
    }
  }

  private void checkSharing(long claimed, long recordOffset) throws ProfileTooLargeException {
    long there = header.word(RawHeaderField.NUM_COUNTERS);
    long allowed = Math.max(there * SHARING_LIMIT, SHARING_ALWAYS_ALLOWED);
    if (claimed > allowed) {
      throw new ProfileTooLargeException(
          runs.section().source(),
          "counters shared by functions",
          claimed,
          allowed,
          "the number of counters in the file",
          ProfileSection.DATA,
          recordOffset);
    }
  }

  private void takeOver() throws IOException {
    if (!coverage && allAligned()) {
      takeOverWhole();
    } else {
      gather();
    }
    if (withoutTimestamp > 0) {
      findings.accept(
          Finding.of(
              FindingKind.MISSING_TIMESTAMP,
              runs.section().source(),
              "functions without room for the time stamp that is announced: " + withoutTimestamp));
    }
  }

  private int wholeRows() {
    return damage == null ? functions.size : damage.row();
  }

  private boolean allAligned() {
    long misaligned = 0;
    for (int row = 0; row < wholeRows(); row++) {
      misaligned |= offsets[row] % Long.BYTES;
    }
    return misaligned == 0;
  }

  private void takeOverWhole() throws IOException {
    BoundedReader section = runs.section();
    run = new long[arrayLength((section.end() - section.start()) / Long.BYTES)];
    section.seek(section.start());
    section.longs(run, 0, run.length);
    for (int row = 0; row < wholeRows(); row++) {
      starts[row] = (int) (offsets[row] / Long.BYTES);
      counts[row] = (int) functions.counterCounts[row];
      if (timestamps != null && hasTimestamp(row, 1)) {
        timestamps[row] = run[starts[row]];
        starts[row]++;
        counts[row]--;
      }
    }
  }

  private boolean hasTimestamp(int row, int slots) {
    boolean room = counts[row] > slots;
    withoutTimestamp += room ? 0 : 1;
    return room;
  }

  private void gather() throws IOException {
    long total = 0;
    for (int row = 0; row < wholeRows(); row++) {
      total += functions.counterCounts[row];
    }
    run = new long[arrayLength(total)];
    int next = 0;
    for (int row = 0; row < wholeRows(); row++) {
      counts[row] = (int) functions.counterCounts[row];
      runs.section().seek(runs.section().start() + offsets[row]);
      if (timestamps != null && hasTimestamp(row, TIMESTAMP_BYTES / header.slotBytes())) {
        timestamps[row] = runs.section().u64();
        counts[row] -= TIMESTAMP_BYTES / header.slotBytes();
      }
      starts[row] = next;
      for (int i = 0; i < counts[row]; i++) {
        run[next++] = coverage ? (runs.section().u8() == 0 ? 1 : 0) : runs.section().u64();
      }
    }
  }

  private int arrayLength(long length) throws ProfileTooLargeException {
    int most = Integer.MAX_VALUE - Long.BYTES;
    if (length > most) {
      throw new ProfileTooLargeException(
          runs.section().source(),
          "counters of one image",
          length,
          most,
          "a Java array",
          ProfileSection.COUNTERS,
          runs.section().start());
    }
    return (int) length;
  }
}
