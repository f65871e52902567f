package dev.profdata.io;

/**
 * How much a file may ask for before reading it is refused with a {@link ProfileTooLargeException}.
 *
 * <p>Sizes in a file are checked against the file itself in any case; these limits are for what a
 * file can honestly have, and for what is larger in memory than in the file. Everything is counted
 * before the memory for it is allocated. The defaults fit every profile that real programs write; a
 * service that reads files of strangers in a small heap lowers them: {@code docs/limits.md} tells
 * what each may cost. Limits of an image hold for each image of a file by itself. Immutable; may be
 * shared between threads.
 *
 * @param maxFileBytes the most bytes of a file. By default 64 GiB: files above 256 MiB are mapped
 *     and cost no heap; the largest that are known, of a browser's whole test suite, have some
 *     gigabytes
 * @param maxFunctions the most function records of an image. By default 134,217,728: the largest
 *     programs have some millions
 * @param maxCounters the most counters of an image. By default 1,073,741,824, which is half of what
 *     an array can hold, 8 GiB in memory: the largest programs have some tens of millions
 * @param maxNameBytes the most bytes of the names of an image, after inflating; names of virtual
 *     tables are counted by themselves. By default 1 GiB: the largest programs have some hundreds
 *     of megabytes, and what inflates to more than that is a bomb
 * @param maxValueSites the most value sites of an image. By default 268,435,456, which is 1 GiB in
 *     memory: there are fewer sites than counters in all programs
 * @param maxImages the most images of a file. By default 1,048,576: a process has an image for each
 *     instrumented library, some hundreds, and files of thousands of processes can be put together
 * @param maxTraces the most temporal traces of a file. By default 1,048,576: LLVM's tool keeps 100
 *     unless told otherwise
 * @since 1.0
 */
public record Limits(
    long maxFileBytes,
    long maxFunctions,
    long maxCounters,
    long maxNameBytes,
    long maxValueSites,
    long maxImages,
    long maxTraces) {
  /** What fits everything real. */
  public static final Limits DEFAULT =
      new Limits(1L << 36, 1L << 27, 1L << 30, 1L << 30, 1L << 28, 1L << 20, 1L << 20);

  /**
   * Makes limits.
   *
   * @throws IllegalArgumentException if one is below 1
   */
  public Limits {
    refuseBelowOne("maxFileBytes", maxFileBytes);
    refuseBelowOne("maxFunctions", maxFunctions);
    refuseBelowOne("maxCounters", maxCounters);
    refuseBelowOne("maxNameBytes", maxNameBytes);
    refuseBelowOne("maxValueSites", maxValueSites);
    refuseBelowOne("maxImages", maxImages);
    refuseBelowOne("maxTraces", maxTraces);
  }

  private static void refuseBelowOne(String property, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(property + " is at least 1, not " + value);
    }
  }

  /** Returns these limits with another one for {@link #maxFileBytes}, at least 1. */
  public Limits withMaxFileBytes(long bytes) {
    return with(Limit.FILE_BYTES, bytes);
  }

  /** Returns these limits with another one for {@link #maxFunctions}, at least 1. */
  public Limits withMaxFunctions(long functions) {
    return with(Limit.FUNCTIONS, functions);
  }

  /** Returns these limits with another one for {@link #maxCounters}, at least 1. */
  public Limits withMaxCounters(long counters) {
    return with(Limit.COUNTERS, counters);
  }

  /** Returns these limits with another one for {@link #maxNameBytes}, at least 1. */
  public Limits withMaxNameBytes(long bytes) {
    return with(Limit.NAME_BYTES, bytes);
  }

  /** Returns these limits with another one for {@link #maxValueSites}, at least 1. */
  public Limits withMaxValueSites(long sites) {
    return with(Limit.VALUE_SITES, sites);
  }

  /** Returns these limits with another one for {@link #maxImages}, at least 1. */
  public Limits withMaxImages(long images) {
    return with(Limit.IMAGES, images);
  }

  /** Returns these limits with another one for {@link #maxTraces}, at least 1. */
  public Limits withMaxTraces(long traces) {
    return with(Limit.TRACES, traces);
  }

  /**
   * Returns these limits with another one.
   *
   * @throws IllegalArgumentException if {@code value} is below 1
   */
  public Limits with(Limit changed, long value) {
    return new Limits(
        changed == Limit.FILE_BYTES ? value : maxFileBytes,
        changed == Limit.FUNCTIONS ? value : maxFunctions,
        changed == Limit.COUNTERS ? value : maxCounters,
        changed == Limit.NAME_BYTES ? value : maxNameBytes,
        changed == Limit.VALUE_SITES ? value : maxValueSites,
        changed == Limit.IMAGES ? value : maxImages,
        changed == Limit.TRACES ? value : maxTraces);
  }

  /**
   * Refuses what is too much.
   *
   * @param claimed how many there would be, unsigned
   * @param offset where the file says so, in bytes from its start
   * @throws ProfileTooLargeException if these limits do not allow so many
   */
  public void check(Limit limit, long claimed, String source, ProfileSection section, long offset)
      throws ProfileTooLargeException {
    long allowed = limit.of(this);
    if (Long.compareUnsigned(claimed, allowed) > 0) {
      throw new ProfileTooLargeException(source, limit, claimed, allowed, section, offset);
    }
  }
}
