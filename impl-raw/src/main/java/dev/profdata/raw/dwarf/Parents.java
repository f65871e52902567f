package dev.profdata.raw.dwarf;

import java.util.Arrays;

/** The kinds of the entries that enclose the one that is read. */
final class Parents {
  /** Deeper than anything that a compiler nests. */
  static final int MOST = 1 << 16;

  /** What an entry with children is to us. */
  enum Kind {
    OTHER,
    FUNCTION,
    /** A function whose address is known. */
    PLACED_FUNCTION,
    PROBE
  }

  private Kind[] kinds = new Kind[16];
  private long[] offsets = new long[16];
  private int depth;

  int depth() {
    return depth;
  }

  /** Adds an entry that begins at an offset. */
  void push(Kind kind, long offset) {
    if (depth == kinds.length) {
      kinds = Arrays.copyOf(kinds, depth * 2);
      offsets = Arrays.copyOf(offsets, depth * 2);
    }
    offsets[depth] = offset;
    kinds[depth++] = kind;
  }

  Kind pop() {
    return kinds[--depth];
  }

  /** Returns the kind of the nearest. */
  Kind top() {
    return depth == 0 ? Kind.OTHER : kinds[depth - 1];
  }

  /** Returns where the nearest begins; there must be one. */
  long topOffset() {
    return offsets[depth - 1];
  }

  void clear() {
    depth = 0;
  }
}
