package dev.profdata.tck.damage;

/**
 * Bytes that were a profile.
 *
 * @since 0.1
 */
public final class DamagedFile {
  private final String damage;
  private final byte[] bytes;

  DamagedFile(String damage, byte[] bytes) {
    this.damage = damage;
    this.bytes = bytes;
  }

  /** Returns the bytes, not copied: they are read and thrown away. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns what was done to the profile. */
  @Override
  public String toString() {
    return damage;
  }
}
