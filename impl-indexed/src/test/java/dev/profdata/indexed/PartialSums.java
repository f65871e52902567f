package dev.profdata.indexed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** Makes partial sums that their reader believes at first. */
final class PartialSums {
  private PartialSums() {}

  /** Returns bytes whose last four are the checksum of those before. */
  static byte[] withRightChecksum(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, bytes.length - Integer.BYTES);
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(bytes.length - Integer.BYTES, (int) checksum.getValue());
    return bytes;
  }
}
