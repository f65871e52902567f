package dev.profdata.indexed;

import dev.profdata.io.ProfileSection;
import dev.profdata.model.ProfileVariant;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything of a whole indexed file stands, worked out from the tables of the format by
 * other code than the reader's: what must be kept when the file is cut off.
 */
final class CutIndexedFile {
  private static final int MAGIC_AND_VERSION = 16;
  private static final int HASH_OFFSET_WORD = 4;

  private final byte[] file;
  private final ByteBuffer bytes;
  private final int version;
  private final ProfileVariant variant;
  private int payloadStart;
  private final int tableStart;
  private final int tableEnd;
  private long functionsStated;
  private final List<Item> items = new ArrayList<>();
  private final Map<ProfileSection, Integer> partEnds = new EnumMap<>(ProfileSection.class);

  /**
   * A name and its records.
   *
   * @param hash of the name
   * @param end where it ends in the file
   */
  record Item(long hash, int end) {}

  CutIndexedFile(byte[] file) {
    this.file = file.clone();
    this.bytes = ByteBuffer.wrap(this.file).order(ByteOrder.LITTLE_ENDIAN);
    long versionWord = bytes.getLong(8);
    this.version = (int) versionWord;
    this.variant = ProfileVariant.ofVersionWord(versionWord);
    this.payloadStart = headerEnd();
    if (version >= 4) {
      skipSummary();
      if (variant.has(ProfileVariant.CONTEXT_SENSITIVE)) {
        skipSummary();
      }
    }
    this.tableStart = word(HASH_OFFSET_WORD);
    this.tableEnd = tableStart + 16 + 8 * (int) bytes.getLong(tableStart);
    readItems((int) bytes.getLong(tableStart + 8));
    findParts();
  }

  private int headerEnd() {
    int words = version >= 12 ? 9 : version >= 10 ? 8 : version >= 9 ? 7 : version >= 8 ? 6 : 5;
    return words * 8;
  }

  private int word(int index) {
    return (int) bytes.getLong(index * 8);
  }

  private void skipSummary() {
    functionsStated += bytes.getLong(payloadStart + 16);
    long words = bytes.getLong(payloadStart) + 3 * bytes.getLong(payloadStart + 8);
    payloadStart += 16 + (int) words * 8;
  }

  private void readItems(int names) {
    int at = payloadStart;
    while (items.size() < names) {
      int inBucket = bytes.getShort(at) & 0xFFFF;
      at += 2;
      for (int i = 0; i < inBucket; i++) {
        int end = at + 24 + (int) bytes.getLong(at + 8) + (int) bytes.getLong(at + 16);
        items.add(new Item(bytes.getLong(at), end));
        at = end;
      }
    }
  }

  private void findParts() {
    if (version >= 9) {
      partEnds.put(ProfileSection.BINARY_IDS, word(6) + 8 + (int) bytes.getLong(word(6)));
      if (variant.has(ProfileVariant.MEMPROF)) {
        partEnds.put(ProfileSection.MEMPROF, word(6));
      }
    }
    if (version >= 12) {
      partEnds.put(ProfileSection.VTABLE_NAMES, word(8) + 8 + (int) bytes.getLong(word(8)));
    }
    if (version >= 10 && variant.has(ProfileVariant.TEMPORAL)) {
      int at = word(7);
      long traces = bytes.getLong(at);
      at += 16;
      for (long i = 0; i < traces; i++) {
        at += 16 + 8 * (int) bytes.getLong(at + 8);
      }
      partEnds.put(ProfileSection.TRACES, at);
    }
  }

  /** Returns the file as its writer leaves it before it fills in offsets and summaries. */
  byte[] unfinished(boolean withSummary) {
    byte[] copy = file.clone();
    for (int at = HASH_OFFSET_WORD * 8; at < (withSummary ? headerEnd() : payloadStart); at++) {
      copy[at] = 0;
    }
    return copy;
  }

  /** Returns the first length at which the header tells of a whole file. */
  int payloadStart() {
    return payloadStart;
  }

  int shortest() {
    return MAGIC_AND_VERSION;
  }

  long functionsStated() {
    return functionsStated;
  }

  List<Item> items() {
    return items;
  }

  /** Tells whether a file of this length ends before its bucket table does. */
  boolean lacksTableAt(int length) {
    return length < tableEnd;
  }

  /** Returns the part that a file of this length ends in. */
  ProfileSection sectionAt(int length) {
    if (length < tableStart) {
      return ProfileSection.RECORDS;
    }
    return length < tableEnd ? ProfileSection.BUCKETS : lostAt(length).get(0);
  }

  /** Returns the parts that are not whole in a file of this length, in the order of the file. */
  List<ProfileSection> lostAt(int length) {
    List<ProfileSection> lost = new ArrayList<>();
    for (ProfileSection part :
        List.of(
            ProfileSection.MEMPROF,
            ProfileSection.BINARY_IDS,
            ProfileSection.VTABLE_NAMES,
            ProfileSection.TRACES)) {
      if (length < tableEnd && partEnds.containsKey(part)
          || partEnds.getOrDefault(part, 0) > length) {
        lost.add(part);
      }
    }
    return lost;
  }
}
