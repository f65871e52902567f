package dev.profdata.indexed.disk;

import dev.profdata.format.ProfileFormat;
import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileSection;
import dev.profdata.model.ProfileVariant;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.Map;

/** The header of an indexed profile, and where its parts stand. */
final class IndexedHeader {
  private static final int SHORTEST = 24;
  private static final int EMPTY_SUMMARY = 2 * Long.BYTES;

  private final BoundedReader file;
  private final IndexedHeaderLayout layout;
  private final Map<IndexedHeaderField, Long> words = new EnumMap<>(IndexedHeaderField.class);
  private final long payloadStart;
  private long functionsStated;

  private IndexedHeader(BoundedReader file, IndexedHeaderLayout layout) throws IOException {
    this.file = file;
    this.layout = layout;
    for (var field : layout.offsets().entrySet()) {
      file.seek(field.getValue());
      words.put(field.getKey(), file.u64());
    }
    if (word(IndexedHeaderField.HASH_TYPE) != 0) {
      throw file.error(
          ErrorKind.UNSUPPORTED_HASH_TYPE,
          offsetOf(IndexedHeaderField.HASH_TYPE),
          "hash type %s is unknown: 0 (MD5) can be read"
              .formatted(Long.toUnsignedString(word(IndexedHeaderField.HASH_TYPE))));
    }
    this.payloadStart = skipSummaries();
  }

  static IndexedHeader read(ProfileInput input, int version) throws IOException {
    BoundedReader file = BoundedReader.of(input, ByteOrder.LITTLE_ENDIAN, ProfileSection.HEADER);
    if (input.size() < SHORTEST) {
      throw file.error(
          ErrorKind.TRUNCATED, 0, "file of %d bytes ends in its header".formatted(input.size()));
    }
    return new IndexedHeader(file, IndexedHeaderLayout.of(version));
  }

  private long skipSummaries() throws IOException {
    long position = layout.size();
    if (IndexedRecordLayout.hasSummary(layout.version())) {
      position = skipSummary(position);
      if (variant().has(ProfileVariant.CONTEXT_SENSITIVE)) {
        position = skipSummary(position);
      }
    }
    return position;
  }

  private long skipSummary(long position) throws IOException {
    BoundedReader summary = file.section(ProfileSection.SUMMARY, position, file.end() - position);
    long fields = summary.u64();
    long entries = summary.u64();
    long most = summary.remaining() / Long.BYTES;
    if (fields < 0
        || fields > most
        || entries < 0
        || entries > (most - fields) / SummaryCodec.WORDS_OF_ENTRY) {
      throw summary.error(
          ErrorKind.MALFORMED,
          position,
          "summary of %s fields and %s entries, %d words are left"
              .formatted(Long.toUnsignedString(fields), Long.toUnsignedString(entries), most));
    }
    long end = summary.position() + (fields + SummaryCodec.WORDS_OF_ENTRY * entries) * Long.BYTES;
    functionsStated += fields == 0 ? 0 : Math.max(0, summary.u64());
    return end;
  }

  ProfileFormat format() {
    return ProfileFormat.indexed(layout.version());
  }

  int version() {
    return layout.version();
  }

  ProfileVariant variant() {
    return ProfileVariant.ofVersionWord(word(IndexedHeaderField.VERSION));
  }

  /** Returns a word, 0 if the version has no such word. */
  long word(IndexedHeaderField field) {
    return words.getOrDefault(field, 0L);
  }

  private long offsetOf(IndexedHeaderField field) {
    Integer offset = layout.offsets().get(field);
    return offset == null ? 0 : offset;
  }

  boolean has(IndexedHeaderField field) {
    return layout.has(field);
  }

  /**
   * Tells whether the file goes on to the end of its bucket table, or contradicts itself before;
   * not so a file whose writer did not come to fill in where the table is.
   */
  boolean isTableThere() throws IOException {
    long offset = word(IndexedHeaderField.HASH_OFFSET);
    if (offset < payloadStart || offset > file.end() - BucketTable.HEADER_BYTES) {
      return offset != 0 && offset < payloadStart;
    }
    file.seek(offset);
    long buckets = file.u64();
    return Long.bitCount(buckets) != 1
        || buckets < 0
        || buckets <= (file.end() - offset - BucketTable.HEADER_BYTES) / Long.BYTES;
  }

  /** Tells whether the writer did not come to fill in where the parts are. */
  boolean isUnfinished() {
    return word(IndexedHeaderField.HASH_OFFSET) == 0;
  }

  /** Returns a reader of the chains of records of a file that may end before they do. */
  BoundedReader recordsThere() throws IOException {
    if (isUnfinished()) {
      long start = Math.min(startOfUnfinished(), file.end());
      return file.section(ProfileSection.RECORDS, start, file.end() - start);
    }
    long end = word(IndexedHeaderField.HASH_OFFSET);
    if (end <= file.end()) {
      return records();
    }
    return file.section(ProfileSection.RECORDS, payloadStart, file.end() - payloadStart);
  }

  /** A summary that was not filled in either is zeros; no chain of records begins with one. */
  private long startOfUnfinished() throws IOException {
    if (payloadStart > layout.size() + summaries() * EMPTY_SUMMARY) {
      return payloadStart;
    }
    file.seek(layout.size());
    file.skipZeros();
    return file.position();
  }

  private int summaries() {
    boolean has = IndexedRecordLayout.hasSummary(layout.version());
    return !has ? 0 : variant().has(ProfileVariant.CONTEXT_SENSITIVE) ? 2 : 1;
  }

  /** Returns the number of function records that the summaries state, 0 if they do not. */
  long functionsStated() {
    return functionsStated;
  }

  /** Returns a reader of the chains of records, which end where the bucket table begins. */
  BoundedReader records() throws IOException {
    long end = checkedOffset(IndexedHeaderField.HASH_OFFSET, payloadStart);
    return file.section(ProfileSection.RECORDS, payloadStart, end - payloadStart);
  }

  /** Returns a reader from the place on that a header word names. */
  BoundedReader part(ProfileSection section, IndexedHeaderField field) throws IOException {
    long start = checkedOffset(field, layout.size());
    return file.section(section, start, file.end() - start);
  }

  private long checkedOffset(IndexedHeaderField field, long lowest) throws IOException {
    long offset = word(field);
    if (offset < lowest || offset > file.end()) {
      throw file.error(
          ErrorKind.MALFORMED,
          offsetOf(field),
          "%s is 0x%x, which is not between 0x%x and 0x%x"
              .formatted(field, offset, lowest, file.end()));
    }
    return offset;
  }
}
