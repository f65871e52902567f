package dev.profdata.tck;

import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.TemporalTrace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** In which order functions ran first, whether traces or time stamps tell it. */
final class Timeline {
  private Timeline() {}

  /** The entry of a function. */
  private record Entry(long time, long nameHash) {}

  /** Returns the traces of a profile, or the one that its time stamps stand for. */
  static List<TemporalTrace> of(InstrProfile profile) {
    if (!profile.traces().traces().isEmpty()) {
      return profile.traces().traces();
    }
    List<Entry> entries = new ArrayList<>();
    for (ProfileImage image : profile.images()) {
      for (int row = 0; row < image.size(); row++) {
        long time = image.counts().timestamp(row);
        if (time != 0) {
          entries.add(new Entry(time, image.functions().nameHash(row)));
        }
      }
    }
    if (entries.isEmpty()) {
      return List.of();
    }
    entries.sort(Comparator.comparing(Entry::time));
    return List.of(TemporalTrace.of(1, entries.stream().mapToLong(Entry::nameHash).toArray()));
  }
}
