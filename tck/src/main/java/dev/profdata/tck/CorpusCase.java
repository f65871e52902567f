package dev.profdata.tck;

import dev.profdata.format.ProfileFormat;

/**
 * A real file, and what is known of it.
 *
 * @since 0.1
 */
public final class CorpusCase {
  private final String name;
  private final ProfileFormat format;
  private final byte[] bytes;
  private final String text;

  private CorpusCase(String name, ProfileFormat format, byte[] bytes, String text) {
    this.name = name;
    this.format = format;
    this.bytes = bytes;
    this.text = text;
  }

  /**
   * Returns a case.
   *
   * @param name for messages
   * @param format what the file is
   * @param bytes the file, copied
   * @param text what LLVM's own {@code merge --text}, or the vendor's, prints of it, each byte as a
   *     character of ISO 8859-1
   */
  public static CorpusCase of(String name, ProfileFormat format, byte[] bytes, String text) {
    return new CorpusCase(name, format, bytes.clone(), text);
  }

  /** Returns what the file is. */
  public ProfileFormat format() {
    return format;
  }

  /** Returns a copy of the file. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Returns what the vendor's tool prints of it. */
  public String text() {
    return text;
  }

  /** Returns its name. */
  @Override
  public String toString() {
    return name;
  }
}
