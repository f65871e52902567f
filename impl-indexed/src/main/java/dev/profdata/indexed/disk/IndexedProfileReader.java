package dev.profdata.indexed.disk;

import dev.profdata.format.ProfileFormat;
import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.internal.bytes.ByteSink;
import dev.profdata.internal.bytes.NameBlob;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileTooLargeException;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.ReadSession;
import dev.profdata.io.Salvage;
import dev.profdata.model.BinaryId;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.MemoryProfile;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TemporalTrace;
import dev.profdata.model.TraceSet;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads an indexed profile: whole, in the order of its records, or single names by its table. */
public final class IndexedProfileReader implements ProfileReader {
  /** All versions, oldest first. */
  public static final List<Integer> VERSIONS =
      IntStream.rangeClosed(IndexedHeaderLayout.OLDEST_VERSION, IndexedHeaderLayout.NEWEST_VERSION)
          .boxed()
          .toList();

  private static final int VERSION_END = 16;
  private static final long VERSION_MASK = 0xFFFF_FFFFL;
  private static final byte[] ALL_NAMES = {};

  private final ProfileInput input;
  private final ReadOptions options;
  private final IndexedHeader header;

  private IndexedProfileReader(ProfileInput input, ReadOptions options, IndexedHeader header) {
    this.input = input;
    this.options = options;
    this.header = header;
  }

  /** Tells whether an input begins with the magic of indexed profiles. */
  public static boolean hasMagic(ProfileInput input) throws IOException {
    return input.size() >= Long.BYTES
        && input.slice(0, Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong()
            == IndexedHeaderLayout.MAGIC;
  }

  /** Returns the version of an input, the newest if it ends before its version. */
  public static long version(ProfileInput input) throws IOException {
    return input.size() < VERSION_END
        ? IndexedHeaderLayout.NEWEST_VERSION
        : input.slice(Long.BYTES, Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong()
            & VERSION_MASK;
  }

  /** Opens an input with the magic and a known version. */
  public static IndexedProfileReader open(ProfileInput input, ReadOptions options)
      throws IOException {
    try {
      IndexedHeader header = IndexedHeader.read(input, (int) version(input));
      return new IndexedProfileReader(input, options, header);
    } catch (MalformedProfileException e) {
      // A summary can only be wrong by being longer than the file.
      boolean cut =
          e.kind() == ErrorKind.TRUNCATED
              || e.section().equals(Optional.of(ProfileSection.SUMMARY));
      throw options.salvages() && cut ? CutParts.nothing(input, ProfileSection.HEADER) : e;
    }
  }

  @Override
  public ProfileFormat format() {
    return header.format();
  }

  @Override
  public ProfileVariant variant() {
    return header.variant();
  }

  @Override
  public void accept(ProfileVisitor visitor) throws IOException {
    if (isCutBeforeParts()) {
      acceptCut(visitor);
      return;
    }
    CutParts parts = options.salvages() ? CutParts.of(input, header) : CutParts.none(input, header);
    Optional<KnownTables> known =
        options
            .session()
            .filter(ReadSession::expectsMore)
            .map(session -> session.shared(KnownTables.class, KnownTables::new));
    long entries = BucketTable.of(header).entries();
    FunctionTable likely = known.map(tables -> tables.find(entries)).orElse(FunctionTable.EMPTY);
    ImageBuilder builder = new ImageBuilder(header.format(), likely);
    try {
      readItems(builder);
    } catch (ProfileException e) {
      visitor.visitImage(builder.finish().variant(header.variant()).build());
      throw e;
    }
    ProfileImage.Builder image = builder.finish().variant(header.variant());
    if (header.has(IndexedHeaderField.BINARY_ID_OFFSET) && parts.has(ProfileSection.BINARY_IDS)) {
      image.binaryIds(readBinaryIds());
    }
    if (header.has(IndexedHeaderField.VTABLE_NAMES_OFFSET)
        && parts.has(ProfileSection.VTABLE_NAMES)) {
      image.vtables(readVTableNames(), List.of());
    }
    if (options.keepsOrigin()
        && header.variant().has(ProfileVariant.MEMPROF)
        && parts.has(ProfileSection.MEMPROF)) {
      readMemoryProfile().ifPresent(image::memoryProfile);
    }
    ProfileImage whole = image.build();
    if (!parts.areWhole() && whole.size() == 0) {
      throw CutParts.nothing(input, parts.salvage(0).section());
    }
    known.ifPresent(tables -> tables.keep(entries, whole.functions()));
    visitor.visitImage(whole);
    if (!parts.areWhole()) {
      tell(visitor, parts.salvage(whole.size()));
    }
    if (header.variant().has(ProfileVariant.TEMPORAL)
        && parts.has(ProfileSection.TRACES)
        && header.has(IndexedHeaderField.TRACES_OFFSET)) {
      visitor.visitTraces(readTraces());
    }
    visitor.visitEnd();
  }

  private boolean isCutBeforeParts() throws IOException {
    return options.salvages() && !header.isTableThere();
  }

  /** Reads the items that are whole of a file that ends before its bucket table does. */
  private void acceptCut(ProfileVisitor visitor) throws IOException {
    CutParts parts = CutParts.all(input, header);
    ImageBuilder builder = new ImageBuilder(header.format());
    try {
      new CutItems(header, options, builder).readAll();
    } catch (ProfileException e) {
      visitor.visitImage(builder.finish().variant(header.variant()).build());
      throw e;
    }
    ProfileImage image = builder.finish().variant(header.variant()).build();
    if (image.size() == 0) {
      throw CutParts.nothing(input, parts.cutBeforeParts());
    }
    visitor.visitImage(image);
    tell(visitor, parts.salvage(parts.cutBeforeParts(), image.size()));
    visitor.visitEnd();
  }

  private static void tell(ProfileVisitor visitor, Salvage salvage) {
    visitor.visitFinding(salvage.finding());
    visitor.visitSalvage(salvage);
  }

  private void readItems(ImageBuilder image) throws IOException {
    BoundedReader records = header.records();
    IndexedRecordReader reader =
        new IndexedRecordReader(records, IndexedRecordLayout.of(header.version()), image);
    long left = BucketTable.of(header).entries();
    checkLimit(left);
    int inBucket = 0;
    while (left != 0) {
      if (inBucket == 0) {
        inBucket = records.u16();
      } else {
        reader.readItem(ALL_NAMES);
        inBucket--;
        left--;
      }
    }
  }

  private void checkLimit(long names) throws ProfileTooLargeException {
    if (Long.compareUnsigned(names, options.maxFunctions()) > 0) {
      throw new ProfileTooLargeException(
          input.name(),
          "names of functions",
          names,
          options.maxFunctions(),
          "maxFunctions",
          ProfileSection.BUCKETS,
          header.word(IndexedHeaderField.HASH_OFFSET));
    }
  }

  @Override
  public List<FunctionRecord> lookup(ProfileName name) throws IOException {
    if (isCutBeforeParts()) {
      return ProfileReader.super.lookup(name);
    }
    long offset = BucketTable.of(header).bucketOffset(name.hash());
    ImageBuilder builder = new ImageBuilder(header.format());
    if (offset != 0 && name.length() > 0) {
      BoundedReader records = header.records();
      records.seek(offset);
      IndexedRecordReader reader =
          new IndexedRecordReader(records, IndexedRecordLayout.of(header.version()), builder);
      for (int left = records.u16(); left > 0; left--) {
        reader.readItem(name.bytes());
      }
    }
    return List.copyOf(builder.finish().variant(header.variant()).build().records());
  }

  private List<BinaryId> readBinaryIds() throws IOException {
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
  private Optional<MemoryProfile> readMemoryProfile() throws IOException {
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

  private NameTable readVTableNames() throws IOException {
    NameTable.Builder names = NameTable.builder();
    NameBlob.readAll(
        sized(
            header.part(ProfileSection.VTABLE_NAMES, IndexedHeaderField.VTABLE_NAMES_OFFSET),
            ProfileSection.VTABLE_NAMES),
        names,
        options.maxNameBytes());
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

  private TraceSet readTraces() throws IOException {
    BoundedReader part = header.part(ProfileSection.TRACES, IndexedHeaderField.TRACES_OFFSET);
    long count = part.u64();
    long streamSize = part.u64();
    List<TemporalTrace> traces = new ArrayList<>();
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
      traces.add(TemporalTrace.of(weight, hashes));
    }
    return new TraceSet(traces, streamSize);
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
