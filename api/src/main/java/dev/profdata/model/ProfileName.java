package dev.profdata.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The name of a function or a virtual table in a profile: bytes, of which a string is only a view.
 *
 * <p>Names are ordered byte by byte, unsigned, a shorter one before its continuations.
 *
 * @since 0.1
 */
public final class ProfileName implements Comparable<ProfileName> {
  /** The name of a record whose name is in no table; LLVM treats it as an ordinary name. */
  public static final ProfileName EMPTY = new ProfileName(new byte[0]);

  private final byte[] bytes;

  private ProfileName(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns the name with these bytes, which are copied. */
  public static ProfileName of(byte... bytes) {
    return new ProfileName(bytes.clone());
  }

  /** Returns the name that this string is in UTF-8. */
  public static ProfileName of(String name) {
    return new ProfileName(name.getBytes(StandardCharsets.UTF_8));
  }

  static ProfileName wrap(byte[] owned) {
    return new ProfileName(owned);
  }

  /**
   * Returns LLVM's name hash of these bytes: the first eight bytes of their MD5 as a little-endian
   * number.
   */
  public static long hash(byte[] bytes, int offset, int length) {
    return hash(newDigest(), bytes, offset, length);
  }

  static long hash(MessageDigest digest, byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
    byte[] md5 = digest.digest();
    long hash = 0;
    for (int i = Long.BYTES - 1; i >= 0; i--) {
      hash = hash << 8 | (md5[i] & 0xFF);
    }
    return hash;
  }

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  /** Returns the name hash (LLVM's {@code nameRef}) of this name. */
  public long hash() {
    return hash(bytes, 0, bytes.length);
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
  public int compareTo(ProfileName other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProfileName name && Arrays.equals(bytes, name.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Returns the bytes read as UTF-8; damaged sequences become U+FFFD. */
  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
