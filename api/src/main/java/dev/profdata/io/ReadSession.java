package dev.profdata.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What the reading of many files has in common: memory that is used again for file after file, and
 * what readers have learnt of the builds that wrote them.
 *
 * <p>The images of a file that was opened in a session stand in memory of that session. They are
 * valid until the session opens the next file; who wants to keep one must read without a session.
 *
 * <p>Confined to one thread, like the readers that use it. Threads that read files of the same
 * builds each take a {@link #fork} of one session.
 *
 * @since 0.1
 */
public final class ReadSession {
  private static final int SMALLEST_BUFFER = 1 << 16;

  private final Map<Class<?>, Object> shared;
  private final boolean expectsMore;
  private ByteBuffer content = ByteBuffer.allocate(0);
  private final List<long[]> counters = new ArrayList<>();
  private int countersInUse;

  private ReadSession(Map<Class<?>, Object> shared, boolean expectsMore) {
    this.shared = shared;
    this.expectsMore = expectsMore;
  }

  /** Returns a session that has not read anything yet, and will read several files. */
  public static ReadSession start() {
    return new ReadSession(new ConcurrentHashMap<>(), true);
  }

  /** Returns a session for one file, in which there is no use in learning anything. */
  public static ReadSession ofOneFile() {
    return new ReadSession(new ConcurrentHashMap<>(), false);
  }

  /** Returns a session with memory of its own that shares what readers learn. */
  public ReadSession fork() {
    return new ReadSession(shared, expectsMore);
  }

  /** Tells whether it is worth while to keep what is learnt of a build for the next file. */
  public boolean expectsMore() {
    return expectsMore;
  }

  /**
   * Returns the one object of a type that readers of this session and its forks share.
   *
   * @param first makes the object if there is none; it must be safe for use by several threads
   */
  public <T> T shared(Class<T> type, Supplier<T> first) {
    return type.cast(shared.computeIfAbsent(type, absent -> first.get()));
  }

  /**
   * Opens a source; what this session opened before must not be used any more.
   *
   * @throws IOException as {@link ProfileSource#open(Limits)}
   */
  public ProfileInput open(ProfileSource source, Limits limits) throws IOException {
    countersInUse = 0;
    return source instanceof Sources.OfPath path
        ? path.open(limits, this::content)
        : source.open(limits);
  }

  private ByteBuffer content(int bytes) {
    if (content.capacity() < bytes) {
      // Files of one build differ a little in size; the next one shall fit as well.
      long roomy = bytes + (long) bytes / 8 + SMALLEST_BUFFER;
      content = ByteBuffer.allocate((int) Math.min(roomy, Integer.MAX_VALUE - Long.BYTES));
    }
    return content.clear();
  }

  /**
   * Returns memory for the counters of the next image of the file that was opened last.
   *
   * @return an array of at least this length with any content
   */
  public long[] counters(int length) {
    if (countersInUse == counters.size()) {
      counters.add(new long[length]);
    } else if (counters.get(countersInUse).length < length) {
      counters.set(countersInUse, new long[length]);
    }
    return counters.get(countersInUse++);
  }
}
