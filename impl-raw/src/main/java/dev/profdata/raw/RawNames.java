package dev.profdata.raw;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.internal.bytes.CutNames;
import dev.profdata.internal.bytes.NameBlob;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.Limit;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.NameTable;
import java.io.IOException;
import java.util.BitSet;
import java.util.function.Consumer;

/** The names of an image. */
final class RawNames {
  private RawNames() {}

  /**
   * Reads a section of blobs.
   *
   * @param hashes of the names that records bear, which alone are taken from a blob that is cut off
   * @param names takes the names
   */
  static void readBlobs(
      RawSections sections,
      ProfileSection section,
      long[] hashes,
      ReadOptions options,
      NameTable.Builder names,
      Consumer<Finding> findings)
      throws IOException {
    BoundedReader blobs = sections.section(section);
    blobs.skipZeros();
    if (blobs.position() > blobs.start() && blobs.remaining() > 0) {
      findings.accept(
          Finding.at(
              FindingKind.LEADING_NAME_ZEROS,
              blobs.source(),
              blobs.start(),
              "skipped zero bytes before the names"));
    }
    if (sections.isCut(section)) {
      new CutNames(blobs, names, options.limits(), hashes).read();
    } else {
      NameBlob.readAll(blobs, names, options.limits());
    }
  }

  /**
   * Reads names that records address by pointer and length, and puts their hashes there.
   *
   * @param lost gets the rows whose names are beyond the end of the file
   */
  static NameTable readPointers(
      RawSections sections, RawHeader header, RawFunctions functions, BitSet lost, Limits limits)
      throws IOException {
    NameTable.Builder names = NameTable.builder();
    Sharing sharing = new Sharing("bytes of names", limits);
    BoundedReader bytes = sections.section(ProfileSection.NAMES);
    long announced = sections.announced(ProfileSection.NAMES);
    long delta = header.word(RawHeaderField.NAMES_DELTA);
    functions.resolveNamePointers(
        sections.section(ProfileSection.DATA),
        (row, pointer, length, recordOffset) -> {
          long offset = header.encoding().signed(pointer - delta);
          if (offset < 0 || length == 0 || offset > announced - length) {
            throw bytes.error(
                ErrorKind.MALFORMED,
                recordOffset,
                "name of %d bytes at offset %d of %d bytes of names"
                    .formatted(length, offset, announced));
          }
          if (offset > bytes.end() - bytes.start() - length) {
            lost.set(row);
            return 0;
          }
          sharing.claim(Limit.NAME_BYTES, length, bytes, 1, recordOffset);
          bytes.seek(bytes.start() + offset);
          byte[] name = bytes.bytes(length);
          return names.hash(names.add(name, 0, name.length));
        });
    return names.build();
  }
}
