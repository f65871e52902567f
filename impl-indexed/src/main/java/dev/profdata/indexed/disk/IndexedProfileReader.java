package dev.profdata.indexed.disk;

import dev.profdata.format.ProfileFormat;
import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Limit;
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
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileVariant;
import java.io.IOException;
import java.nio.ByteOrder;
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
    CutParts cut = options.salvages() ? CutParts.of(input, header) : CutParts.none(input, header);
    IndexedParts parts = new IndexedParts(header, options);
    Optional<KnownTables> known =
        options
            .session()
            .filter(ReadSession::expectsMore)
            .map(session -> session.shared(KnownTables.class, KnownTables::new));
    long entries = BucketTable.of(header).entries();
    FunctionTable likely =
        known
            .map(tables -> tables.find(entries))
            .filter(table -> table.totalCounters() * Long.BYTES <= input.size())
            .orElse(FunctionTable.EMPTY);
    ImageBuilder builder = new ImageBuilder(header.format(), likely);
    try {
      readItems(builder);
    } catch (ProfileException e) {
      visitor.visitImage(builder.finish().variant(header.variant()).build());
      throw e;
    }
    ProfileImage.Builder image = builder.finish().variant(header.variant());
    if (header.has(IndexedHeaderField.BINARY_ID_OFFSET) && cut.has(ProfileSection.BINARY_IDS)) {
      image.binaryIds(parts.binaryIds());
    }
    if (header.has(IndexedHeaderField.VTABLE_NAMES_OFFSET)
        && cut.has(ProfileSection.VTABLE_NAMES)) {
      image.vtables(parts.vtableNames(), List.of());
    }
    if (options.keepsOrigin()
        && header.variant().has(ProfileVariant.MEMPROF)
        && cut.has(ProfileSection.MEMPROF)) {
      parts.memoryProfile().ifPresent(image::memoryProfile);
    }
    ProfileImage whole = image.build();
    if (!cut.areWhole() && whole.size() == 0) {
      throw CutParts.nothing(input, cut.salvage(0).section());
    }
    known.ifPresent(tables -> tables.keep(entries, whole.functions()));
    visitor.visitImage(whole);
    if (!cut.areWhole()) {
      tell(visitor, cut.salvage(whole.size()));
    }
    if (header.variant().has(ProfileVariant.TEMPORAL)
        && cut.has(ProfileSection.TRACES)
        && header.has(IndexedHeaderField.TRACES_OFFSET)) {
      visitor.visitTraces(parts.traces());
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
      new CutItems(header, options.limits(), builder).readAll();
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
        new IndexedRecordReader(
            records, IndexedRecordLayout.of(header.version()), image, options.limits());
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
    options
        .limits()
        .check(
            Limit.FUNCTIONS,
            names,
            input.name(),
            ProfileSection.BUCKETS,
            header.word(IndexedHeaderField.HASH_OFFSET));
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
          new IndexedRecordReader(
              records, IndexedRecordLayout.of(header.version()), builder, options.limits());
      for (int left = records.u16(); left > 0; left--) {
        reader.readItem(name.bytes());
      }
    }
    return List.copyOf(builder.finish().variant(header.variant()).build().records());
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
