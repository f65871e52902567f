package dev.profdata.raw;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileTooLargeException;
import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What one run counted: the counters in one run of numbers, and the time stamps among them. */
final class RawCounters {
  private final CounterPlaces places;
  private final BoundedReader section;

  /** The counters; the array may be longer than {@link #length}. */
  final long[] run;

  final int length;
  private final long @Nullable [] timestamps;

  private RawCounters(
      CounterPlaces places, BoundedReader section, int length, IntFunction<long[]> arrays) {
    this.places = places;
    this.section = section;
    this.length = length;
    this.run = arrays.apply(length);
    this.timestamps = places.isTemporal() ? new long[places.starts.length] : null;
  }

  /**
   * Reads the counters of the whole rows.
   *
   * @param arrays gives an array of at least a length
   */
  static RawCounters read(
      RawHeader header, RawSections sections, CounterPlaces places, IntFunction<long[]> arrays)
      throws IOException {
    BoundedReader section = sections.section(ProfileSection.COUNTERS);
    long length = places.isGathered() ? total(places) : section.remaining() / Long.BYTES;
    var counters = new RawCounters(places, section, arrayLength(section, length), arrays);
    if (places.isGathered()) {
      counters.gather(header.slotBytes() == 1);
    } else {
      counters.takeOverWhole();
    }
    return counters;
  }

  private static long total(CounterPlaces places) {
    long total = 0;
    for (int count : places.counts) {
      total += count;
    }
    return total;
  }

  /** Returns a number of counters, if an array can hold them. */
  static int arrayLength(BoundedReader section, long length) throws ProfileTooLargeException {
    int most = Integer.MAX_VALUE - Long.BYTES;
    if (length > most) {
      throw new ProfileTooLargeException(
          section.source(),
          "counters of one image",
          length,
          most,
          "a Java array",
          ProfileSection.COUNTERS,
          section.start());
    }
    return (int) length;
  }

  /** Returns the time stamps of the rows that are not lost. */
  Optional<long[]> timestamps(int rows, BitSet lost) {
    if (timestamps == null || lost.isEmpty()) {
      return Optional.ofNullable(timestamps);
    }
    return Optional.of(
        IntStream.range(0, rows)
            .filter(row -> !lost.get(row))
            .mapToLong(row -> timestamps[row])
            .toArray());
  }

  private void takeOverWhole() throws IOException {
    section.longs(run, 0, length);
    for (int row = 0; timestamps != null && row < places.wholeRows(); row++) {
      if (places.isStamped(row)) {
        timestamps[row] = run[places.starts[row] - 1];
      }
    }
  }

  private void gather(boolean coverage) throws IOException {
    for (int row = 0; row < places.wholeRows(); row++) {
      if (places.isLost(row)) {
        continue;
      }
      section.seek(section.start() + places.offsets[row]);
      if (timestamps != null && places.isStamped(row)) {
        timestamps[row] = section.u64();
      }
      int end = places.starts[row] + places.counts[row];
      for (int at = places.starts[row]; at < end; at++) {
        run[at] = coverage ? (section.u8() == 0 ? 1 : 0) : section.u64();
      }
    }
  }
}
