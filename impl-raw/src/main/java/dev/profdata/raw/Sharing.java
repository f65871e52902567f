package dev.profdata.raw;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.internal.bytes.Budget;
import dev.profdata.io.Limit;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileTooLargeException;
import java.util.Optional;

/**
 * What the records of an image claim of a section together. Records may share elements, but not so
 * often that a small file makes a huge profile.
 */
final class Sharing {
  private static final long TIMES = 4;
  private static final long ALWAYS_ALLOWED = 1 << 16;

  private final String what;
  private final Limits limits;
  private Optional<Budget> budget = Optional.empty();
  private long claimed;

  Sharing(String what, Limits limits) {
    this.what = what;
    this.limits = limits;
  }

  /**
   * A record claims so many elements more.
   *
   * @param limit what counts them
   * @param unit bytes of an element
   * @param offset where the record stands in the file
   */
  void claim(Limit limit, long count, BoundedReader section, int unit, long offset)
      throws ProfileTooLargeException {
    if (budget.isEmpty()) {
      budget = Optional.of(new Budget(section.source(), limits));
    }
    budget.get().take(limit, count, ProfileSection.DATA, offset);
    claim(count, section, unit, offset);
  }

  /** A record claims so many elements more that no limit counts. */
  void claim(long count, BoundedReader section, int unit, long offset)
      throws ProfileTooLargeException {
    claimed += count;
    long there = (section.end() - section.start()) / unit;
    long allowed = Math.max(there * TIMES, ALWAYS_ALLOWED);
    if (claimed > allowed) {
      throw new ProfileTooLargeException(
          section.source(),
          what + " shared by functions",
          claimed,
          allowed,
          "the size of the section",
          ProfileSection.DATA,
          offset);
    }
  }
}
