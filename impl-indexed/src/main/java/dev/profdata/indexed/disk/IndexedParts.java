package dev.profdata.indexed.disk;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.internal.bytes.ByteSink;
import dev.profdata.internal.bytes.NameBlob;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Limit;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.BinaryId;
import dev.profdata.model.MemoryProfile;
import dev.profdata.model.NameTable;
import dev.profdata.model.TemporalTrace;
import dev.profdata.model.TraceSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the parts behind the bucket table, each where the header says that it is. */
final class IndexedParts {
  private final IndexedHeader header;
  private final ReadOptions options;

  IndexedParts(IndexedHeader header, ReadOptions options) {
    this.header = header;
    this.options = options;
  }

  /** Returns the ids of binaries. */
  List<BinaryId> binaryIds() throws IOException {
    BoundedReader part =
        header.part(ProfileSection.BINARY_IDS, IndexedHeaderField.BINARY_ID_OFFSET);
    BoundedReader section = sized(part, ProfileSection.BINARY_IDS);
    if (section.remaining() % Long.BYTES != 0) {
      throw section.error(
          ErrorKind.BAD_HEADER,
          part.start(),
          "binary ids of %d bytes, not a multiple of 8".formatted(section.remaining()));
    }
    List<BinaryId> ids = new ArrayList<>();
    while (section.remaining() > 0) {
      long began = section.position();
      long length = section.u64();
      if (length <= 0 || length > section.remaining()) {
        throw section.error(
            ErrorKind.MALFORMED,
            began,
            "binary id of %s bytes, %d are left"
                .formatted(Long.toUnsignedString(length), section.remaining()));
      }
      ids.add(BinaryId.of(section.bytes(length)));
      section.skip(ByteSink.padding(length));
    }
    return ids;
  }

  /** Returns the section of memory-profile records, empty if it is damaged. */
  Optional<MemoryProfile> memoryProfile() throws IOException {
    if (!header.has(IndexedHeaderField.MEMPROF_OFFSET)) {
      return Optional.empty();
    }
    BoundedReader part = header.part(ProfileSection.MEMPROF, IndexedHeaderField.MEMPROF_OFFSET);
    long next =
        header.has(IndexedHeaderField.BINARY_ID_OFFSET)
            ? header.word(IndexedHeaderField.BINARY_ID_OFFSET)
            : part.end();
    return next < part.start()
        ? Optional.empty()
        : MemoryProfile.of(part.bytes(next - part.start()), part.start());
  }

  /** Returns the names of virtual tables. */
  NameTable vtableNames() throws IOException {
    NameTable.Builder names = NameTable.builder();
    NameBlob.readAll(
        sized(
            header.part(ProfileSection.VTABLE_NAMES, IndexedHeaderField.VTABLE_NAMES_OFFSET),
            ProfileSection.VTABLE_NAMES),
        names,
        options.limits());
    return names.build();
  }

  /** Returns the part behind a word that states its size in bytes. */
  private static BoundedReader sized(BoundedReader part, ProfileSection name) throws IOException {
    long size = part.u64();
    if (size < 0 || size > part.remaining()) {
      throw part.error(
          ErrorKind.BAD_HEADER,
          part.start(),
          "section of %s bytes, %d are left"
              .formatted(Long.toUnsignedString(size), part.remaining()));
    }
    return part.section(name, part.position(), size);
  }

  /** Returns the temporal traces. */
  TraceSet traces() throws IOException {
    BoundedReader part = header.part(ProfileSection.TRACES, IndexedHeaderField.TRACES_OFFSET);
    long count = part.u64();
    long streamSize = part.u64();
    options.limits().check(Limit.TRACES, count, part.source(), ProfileSection.TRACES, part.start());
    List<TemporalTrace> read = new ArrayList<>();
    for (long i = 0; i != count; i++) {
      long began = part.position();
      long weight = part.u64();
      long size = part.u64();
      if (size < 0 || size > part.remaining() / Long.BYTES) {
        throw part.error(
            ErrorKind.TRUNCATED,
            began,
            "trace of %s functions, %d bytes are left"
                .formatted(Long.toUnsignedString(size), part.remaining()));
      }
      long[] hashes = new long[(int) size];
      part.longs(hashes, 0, hashes.length);
      read.add(TemporalTrace.of(weight, hashes));
    }
    return new TraceSet(read, streamSize);
  }
}
