package dev.profdata.raw.elf;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileTooLargeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A section with the flag {@code SHF_COMPRESSED}: a header, then a zlib stream. */
final class CompressedSection {
  private static final int ZLIB = 1;
  private static final int PIECE = 1 << 16;
  private static final long MOST_BYTES = 1L << 30;

  private CompressedSection() {}

  static BoundedReader inflate(BoundedReader content, int wordBytes) throws IOException {
    long began = content.position();
    long type = content.u32();
    if (type != ZLIB) {
      throw content.error(
          ErrorKind.UNABLE_TO_CORRELATE_PROFILE,
          began,
          "a section is compressed in another way than with zlib");
    }
    content.skip(wordBytes - Integer.BYTES);
    long size = content.pointer(wordBytes);
    content.skip(wordBytes);
    if (Long.compareUnsigned(size, MOST_BYTES) > 0) {
      throw new ProfileTooLargeException(
          content.source(),
          "bytes of an inflated section",
          size,
          MOST_BYTES,
          "this library",
          ProfileSection.PROGRAM,
          began);
    }
    byte[] plain = inflate(content, began, content.bytes(content.remaining()), size);
    // The bytes are in memory: there is nothing to close.
    ProfileInput inflated = ProfileSource.of(content.source(), plain).open();
    return BoundedReader.of(inflated, content.order(), ProfileSection.PROGRAM);
  }

  /** Inflates piece by piece, so that a size that is a lie costs no more memory than the data. */
  private static byte[] inflate(BoundedReader content, long began, byte[] packed, long size)
      throws IOException {
    Inflater inflater = new Inflater();
    var plain = new ByteArrayOutputStream();
    try {
      inflater.setInput(packed);
      byte[] piece = new byte[PIECE];
      int got;
      while ((got = inflater.inflate(piece)) > 0) {
        plain.write(piece, 0, got);
        if (plain.size() > size) {
          break;
        }
      }
    } catch (DataFormatException e) {
      throw content.error(
          ErrorKind.UNCOMPRESS_FAILED, began, "zlib stream is damaged: " + e.getMessage());
    } finally {
      inflater.end();
    }
    if (plain.size() != size) {
      throw content.error(
          ErrorKind.UNCOMPRESS_FAILED,
          began,
          "zlib stream does not give the %d bytes stated".formatted(size));
    }
    return plain.toByteArray();
  }
}
