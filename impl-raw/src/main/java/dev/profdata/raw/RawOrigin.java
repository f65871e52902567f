package dev.profdata.raw;

import dev.profdata.format.ProfileFormat;
import dev.profdata.model.ImageOrigin;
import java.nio.ByteBuffer;

/**
 * The bytes of an image as they stood in its file, for writing it back unchanged: addresses, gaps
 * between counters and compressed names cannot be made again from the meaning alone.
 *
 * @param format version, width and byte order of the bytes
 * @param bytes from the magic of the image to that of the next one, or to the end of the file
 */
record RawOrigin(ProfileFormat format, ByteBuffer bytes) implements ImageOrigin {
  /** Tells whether a target asks for just these bytes. */
  boolean fits(ProfileFormat target) {
    return format.sameVersion(target)
        && format.pointerBits() == target.pointerBits()
        && format.byteOrder().equals(target.byteOrder());
  }
}
