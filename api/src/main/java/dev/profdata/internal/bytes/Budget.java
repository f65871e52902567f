package dev.profdata.internal.bytes;

import dev.profdata.io.Limit;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileTooLargeException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Counts what an image, or a file, has asked for so far, and refuses what goes beyond the limits.
 * Confined to one thread.
 */
public final class Budget {
  private final String source;
  private final Limits limits;
  private final Map<Limit, Tally> tallies = new EnumMap<>(Limit.class);

  /** Starts with nothing taken. */
  public Budget(String source, Limits limits) {
    this.source = source;
    this.limits = limits;
    for (Limit limit : Limit.values()) {
      tallies.put(limit, new Tally(limit));
    }
  }

  /**
   * Takes so many more, before memory for them is allocated.
   *
   * @param amount unsigned
   * @param offset where the file says so, in bytes from its start
   */
  public void take(Limit limit, long amount, ProfileSection section, long offset)
      throws ProfileTooLargeException {
    of(limit).take(amount, section, offset);
  }

  /** Takes so many more of what a section says. */
  public void take(Limit limit, long amount, BoundedReader in, long offset)
      throws ProfileTooLargeException {
    take(limit, amount, in.section(), offset);
  }

  /** Returns what is left of a limit, for those who take of it for every record. */
  public Tally of(Limit limit) {
    return Objects.requireNonNull(tallies.get(limit));
  }

  /** What is left of a limit. */
  public final class Tally {
    private final Limit limit;
    private long left;

    private Tally(Limit limit) {
      this.limit = limit;
      this.left = limit.of(limits);
    }

    /** Takes so many more, as {@link Budget#take(Limit, long, ProfileSection, long)}. */
    public void take(long amount, ProfileSection section, long offset)
        throws ProfileTooLargeException {
      if (amount < 0 || amount > left) {
        long taken = limit.of(limits) - left;
        // What is huge by itself must not wrap round to something small.
        limits.check(limit, amount < 0 ? amount : taken + amount, source, section, offset);
      }
      left -= amount;
    }
  }
}
