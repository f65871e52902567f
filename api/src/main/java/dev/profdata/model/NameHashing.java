package dev.profdata.model;

import java.security.MessageDigest;
import java.util.stream.IntStream;

/** Hashes many names, in several threads if that is worth it. */
final class NameHashing {
  private static final int NAMES_OF_A_TASK = 4096;

  private NameHashing() {}

  /** Hashes the names from one index to before another. */
  static void hash(byte[] pool, int[] starts, long[] hashes, int from, int to) {
    if (to - from < 2 * NAMES_OF_A_TASK) {
      hashRange(pool, starts, hashes, from, to);
      return;
    }
    int tasks = (to - from + NAMES_OF_A_TASK - 1) / NAMES_OF_A_TASK;
    IntStream.range(0, tasks)
        .parallel()
        .forEach(
            task -> {
              int first = from + task * NAMES_OF_A_TASK;
              hashRange(pool, starts, hashes, first, Math.min(first + NAMES_OF_A_TASK, to));
            });
  }

  private static void hashRange(byte[] pool, int[] starts, long[] hashes, int from, int to) {
    MessageDigest digest = ProfileName.newDigest();
    for (int name = from; name < to; name++) {
      hashes[name] = ProfileName.hash(digest, pool, starts[name], starts[name + 1] - starts[name]);
    }
  }
}
