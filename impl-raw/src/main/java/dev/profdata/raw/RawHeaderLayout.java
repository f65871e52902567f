package dev.profdata.raw;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/** Where the words of a header stand in one version: offset in bytes for each field. */
record RawHeaderLayout(int version, ImmutableMap<RawHeaderField, Integer> offsets) {
  static final int OLDEST_VERSION = 1;
  static final int NEWEST_VERSION = 11;

  /** The development state that had the size of the binary ids at the end of the header. */
  private static final int IDS_SIZE_LAST = 6;

  static RawHeaderLayout of(int version) {
    var offsets = new EnumMap<RawHeaderField, Integer>(RawHeaderField.class);
    for (RawHeaderField field : fields(version)) {
      offsets.put(field, offsets.size() * Long.BYTES);
    }
    return new RawHeaderLayout(version, Maps.immutableEnumMap(offsets));
  }

  private static ImmutableList<RawHeaderField> fields(int version) {
    List<RawHeaderField> fields = new ArrayList<>();
    for (RawHeaderField field : RawHeaderField.values()) {
      if (field.isIn(version)) {
        fields.add(field);
      }
    }
    if (version == IDS_SIZE_LAST) {
      fields.remove(RawHeaderField.BINARY_IDS_SIZE);
      fields.add(RawHeaderField.BINARY_IDS_SIZE);
    }
    return ImmutableList.copyOf(fields);
  }

  boolean has(RawHeaderField field) {
    return offsets.containsKey(field);
  }

  int size() {
    return offsets.size() * Long.BYTES;
  }
}
