package dev.profdata.raw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A function record that is filled field by field; fields that the version lacks are ignored. */
final class RawRecord {
  private final RawDataLayout layout;
  private final ByteBuffer buffer;

  RawRecord(RawDataLayout layout, ByteOrder order) {
    this.layout = layout;
    this.buffer = ByteBuffer.allocate(layout.recordBytes()).order(order);
  }

  void clear() {
    Arrays.fill(buffer.array(), (byte) 0);
  }

  void put(RawDataField field, long value) {
    Integer offset = layout.offsets().get(field);
    if (offset != null) {
      putBytes(offset, field.type().elementBytes(layout.pointerBytes()), value);
    }
  }

  void putSites(int kind, int sites) {
    Integer offset = layout.offsets().get(RawDataField.NUM_VALUE_SITES);
    if (offset != null) {
      buffer.putShort(offset + kind * Short.BYTES, (short) sites);
    }
  }

  private void putBytes(int offset, int bytes, long value) {
    switch (bytes) {
      case Short.BYTES -> buffer.putShort(offset, (short) value);
      case Integer.BYTES -> buffer.putInt(offset, (int) value);
      default -> buffer.putLong(offset, value);
    }
  }

  byte[] bytes() {
    return buffer.array();
  }
}
