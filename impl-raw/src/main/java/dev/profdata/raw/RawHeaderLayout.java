package dev.profdata.raw;

import com.google.common.collect.ImmutableMap;

/** Where the words of a header stand in one version: offset in bytes for each, in file order. */
record RawHeaderLayout(int version, ImmutableMap<RawHeaderField, Integer> offsets) {
  static final int OLDEST_VERSION = 1;
  static final int NEWEST_VERSION = 11;

  static RawHeaderLayout of(int version) {
    ImmutableMap.Builder<RawHeaderField, Integer> offsets = ImmutableMap.builder();
    int next = 0;
    for (RawHeaderField field : RawHeaderField.of(version)) {
      offsets.put(field, next);
      next += Long.BYTES;
    }
    return new RawHeaderLayout(version, offsets.buildOrThrow());
  }

  boolean has(RawHeaderField field) {
    return offsets.containsKey(field);
  }

  int size() {
    return offsets.size() * Long.BYTES;
  }
}
