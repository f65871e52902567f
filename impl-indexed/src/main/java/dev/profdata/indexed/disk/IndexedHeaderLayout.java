package dev.profdata.indexed.disk;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.EnumMap;

/** Where the words of a header stand in one version: offset in bytes for each field. */
record IndexedHeaderLayout(int version, ImmutableMap<IndexedHeaderField, Integer> offsets) {
  static final int OLDEST_VERSION = 1;
  static final int NEWEST_VERSION = 14;

  /** {@code \xFFlprofi\x81} as a little-endian number. */
  static final long MAGIC = 0x8169_666F_7270_6CFFL;

  static IndexedHeaderLayout of(int version) {
    var offsets = new EnumMap<IndexedHeaderField, Integer>(IndexedHeaderField.class);
    for (IndexedHeaderField field : IndexedHeaderField.values()) {
      if (field.isIn(version)) {
        offsets.put(field, offsets.size() * Long.BYTES);
      }
    }
    return new IndexedHeaderLayout(version, Maps.immutableEnumMap(offsets));
  }

  boolean has(IndexedHeaderField field) {
    return offsets.containsKey(field);
  }

  int size() {
    return offsets.size() * Long.BYTES;
  }
}
