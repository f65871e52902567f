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
    // Here and not when first asked for: records ask, of which a file has millions.
    for (Limit limit : Limit.values()) {
      tallies.put(limit, new Tally(limit.of(limits)));
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
    Tally tally = Objects.requireNonNull(tallies.get(limit));
    if (amount < 0 || amount > tally.left) {
      long taken = limit.of(limits) - tally.left;
      // What is huge by itself must not wrap round to something small.
      limits.check(limit, amount < 0 ? amount : taken + amount, source, section, offset);
    }
    tally.left -= amount;
  }

  /** Takes so many more of what a section says. */
  public void take(Limit limit, long amount, BoundedReader in, long offset)
      throws ProfileTooLargeException {
    take(limit, amount, in.section(), offset);
  }

  /** What is left of a limit. */
  private static final class Tally {
    private long left;

    Tally(long allowed) {
      this.left = allowed;
    }
  }
}
