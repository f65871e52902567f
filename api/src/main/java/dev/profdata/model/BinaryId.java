package dev.profdata.model;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The id that a linker gave to a binary, for example a GNU build id.
 *
 * <p>Ids are ordered byte by byte, unsigned, a shorter one before its continuations.
 *
 * @since 0.1
 */
public final class BinaryId implements Comparable<BinaryId> {
  private final byte[] bytes;

  private BinaryId(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Returns an id of these bytes, which are copied.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static BinaryId of(byte... bytes) {
    if (bytes.length == 0) {
      throw new IllegalArgumentException("a binary id has at least one byte");
    }
    return new BinaryId(bytes.clone());
  }

  /** Returns a copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Returns the number of bytes. */
  public int length() {
    return bytes.length;
  }

  @Override
  public int compareTo(BinaryId other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BinaryId id && Arrays.equals(bytes, id.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Returns the bytes as lower-case hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
