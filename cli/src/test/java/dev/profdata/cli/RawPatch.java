package dev.profdata.cli;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Damages a real raw profile of version 10, 64 bit, little-endian, in known places. */
final class RawPatch {
  private static final int HEADER = 16 * Long.BYTES;
  private static final int BINARY_IDS_SIZE = 2 * Long.BYTES;
  private static final int RECORDS = 3 * Long.BYTES;
  private static final int PADDING_BEFORE_COUNTERS = 4 * Long.BYTES;
  private static final int NAMES_SIZE = 9 * Long.BYTES;
  private static final int RECORD = 64;
  private static final int COUNTER_COUNT = 6 * Long.BYTES;

  private final ByteBuffer bytes;

  private RawPatch(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static RawPatch of(byte[] profile) {
    return new RawPatch(profile.clone());
  }

  private int firstRecord() {
    return HEADER + (int) bytes.getLong(BINARY_IDS_SIZE);
  }

  private int record(int function) {
    return firstRecord() + function * RECORD;
  }

  private int counters() {
    return record((int) bytes.getLong(RECORDS)) + (int) bytes.getLong(PADDING_BEFORE_COUNTERS);
  }

  int counterCount(int function) {
    return bytes.getInt(record(function) + COUNTER_COUNT);
  }

  /** Sets the first counter of a function; they stand in the order of the records. */
  RawPatch firstCounter(int function, long value) {
    int at = counters();
    for (int before = 0; before < function; before++) {
      at += counterCount(before) * Long.BYTES;
    }
    bytes.putLong(at, value);
    return this;
  }

  /** Gives a function the name hash and the structural hash of another. */
  RawPatch identity(int function, int other) {
    bytes.putLong(record(function), bytes.getLong(record(other)));
    bytes.putLong(record(function) + Long.BYTES, bytes.getLong(record(other) + Long.BYTES));
    return this;
  }

  /** Returns the file up to its first byte of names. */
  byte[] cutInNames() {
    return Arrays.copyOf(bytes.array(), names() + 1);
  }

  /** Returns the file without the value data at its end. */
  byte[] withoutValues() {
    int end = names() + (int) bytes.getLong(NAMES_SIZE);
    return Arrays.copyOf(bytes.array(), (end + Long.BYTES - 1) / Long.BYTES * Long.BYTES);
  }

  private int names() {
    int counters = (int) bytes.getLong(PADDING_BEFORE_COUNTERS + Long.BYTES);
    int padding = (int) bytes.getLong(PADDING_BEFORE_COUNTERS + 2 * Long.BYTES);
    return counters() + counters * Long.BYTES + padding;
  }

  byte[] bytes() {
    return bytes.array();
  }
}
