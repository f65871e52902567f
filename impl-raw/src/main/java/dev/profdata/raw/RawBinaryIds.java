package dev.profdata.raw;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.internal.bytes.ByteSink;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.ProfileSection;
import dev.profdata.model.BinaryId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The ids of the binary: length (u64) and bytes of each, padded to eight from version 8 on. */
final class RawBinaryIds {
  private static final int PADDED_SINCE = 8;

  private RawBinaryIds() {}

  static boolean padded(int version) {
    return version >= PADDED_SINCE;
  }

  static List<BinaryId> read(RawSections sections, RawHeader header) throws IOException {
    BoundedReader section = sections.section(ProfileSection.BINARY_IDS);
    boolean padded = padded(header.version());
    if (padded && section.remaining() % Long.BYTES != 0) {
      throw section.error(
          ErrorKind.BAD_HEADER,
          header.offsetOf(RawHeaderField.BINARY_IDS_SIZE),
          "binary ids of %d bytes, not a multiple of 8".formatted(section.remaining()));
    }
    List<BinaryId> ids = new ArrayList<>();
    while (section.remaining() > 0) {
      ids.add(readId(section, padded));
    }
    return ids;
  }

  private static BinaryId readId(BoundedReader section, boolean padded) throws IOException {
    long began = section.position();
    if (section.remaining() < Long.BYTES) {
      throw section.error(ErrorKind.MALFORMED, began, "not enough data to read binary id length");
    }
    long length = section.u64();
    if (length == 0) {
      throw section.error(ErrorKind.MALFORMED, began, "binary id length is 0");
    }
    long padding = padded ? ByteSink.padding(length) : 0;
    if (length < 0 || length > section.remaining() - padding) {
      throw section.error(
          ErrorKind.MALFORMED,
          began,
          "not enough data to read binary id data: %s bytes, %d are left"
              .formatted(Long.toUnsignedString(length), section.remaining()));
    }
    BinaryId id = BinaryId.of(section.bytes(length));
    section.skip(padding);
    return id;
  }
}
