package dev.profdata.model;

import dev.profdata.format.LlvmRelease;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The section of memory-profile records of an indexed profile, carried as it is.
 *
 * <p>Its records are not looked into. It holds offsets in its file, in its first words and in its
 * hash tables; where it comes to stand elsewhere, they move with it. Immutable.
 *
 * @since 0.1
 */
public final class MemoryProfile {
  private static final int BUCKETS_WORD = 0;
  private static final int FIRST_BUCKET_WORD = 2;
  private static final List<Long> EMPTY_TABLE = List.of(1L, 0L, 0L);
  private static final List<Long> HOT_COLD_SCHEMA = List.of(4L, 1L, 5L, 10L, 23L);
  private static final int FULL_SCHEMA_AT_FIRST = 25;
  private static final int FULL_SCHEMA = 27;
  private static final int FULL_SCHEMA_SINCE = 19;
  private static final int HOT_COLD_SINCE = 21;

  private final byte[] section;
  private final long position;
  private final Layout layout;

  /** How a section begins: its number, the words that are offsets, and which of them are tables. */
  private enum Layout {
    /** Without a number of its own. */
    V0(0, 3, 0b101, 15, 20),
    V1(1, 3, 0b101, 19, 20),
    V2(2, 5, 0b10101, 19, Integer.MAX_VALUE),
    V3(3, 3, 0b100, 19, Integer.MAX_VALUE),
    V4(4, 4, 0b100, 21, Integer.MAX_VALUE);

    private final int number;
    private final int offsets;
    private final int tables;
    private final int since;
    private final int until;

    Layout(int number, int offsets, int tables, int since, int until) {
      this.number = number;
      this.offsets = offsets;
      this.tables = tables;
      this.since = since;
      this.until = until;
    }

    static Layout of(long firstWord) {
      return Arrays.stream(values())
          .filter(layout -> layout != V0 && layout.number == firstWord)
          .findFirst()
          .orElse(V0);
    }

    /** Returns the indexes in bytes of the words that are offsets. */
    IntStream offsets() {
      int first = number == 0 ? 0 : 1;
      return IntStream.range(first, first + offsets).map(word -> word * Long.BYTES);
    }

    /** Returns the indexes in bytes of the words that are offsets of hash tables. */
    IntStream tables() {
      int first = number == 0 ? 0 : 1;
      return IntStream.range(0, offsets)
          .filter(word -> (tables >> word & 1) != 0)
          .map(word -> (first + word) * Long.BYTES);
    }
  }

  private MemoryProfile(byte[] section, long position, Layout layout) {
    this.section = section;
    this.position = position;
    this.layout = layout;
  }

  /**
   * Returns a section that stood at an offset of its file.
   *
   * @return empty if its offsets do not lie within it
   */
  public static Optional<MemoryProfile> of(byte[] section, long position) {
    if (section.length < Long.BYTES) {
      return Optional.empty();
    }
    MemoryProfile profile =
        new MemoryProfile(section.clone(), position, Layout.of(words(section).getLong(0)));
    return profile.isWhole() ? Optional.of(profile) : Optional.empty();
  }

  /** Returns the section without records that LLVM's tool of a release leaves behind. */
  public static MemoryProfile empty(LlvmRelease release) {
    if (release.major() >= HOT_COLD_SINCE) {
      long end = Long.BYTES * 9L;
      return ofWords(Stream.of(List.of(3L, end, end, end), HOT_COLD_SCHEMA, EMPTY_TABLE));
    }
    int fields = release.major() >= FULL_SCHEMA_SINCE ? FULL_SCHEMA : FULL_SCHEMA_AT_FIRST;
    Long[] schema = new Long[fields + 1];
    schema[0] = (long) fields;
    for (int field = 1; field <= fields; field++) {
      schema[field] = (long) field;
    }
    long records = Long.BYTES * (3L + schema.length);
    long frames = records + (long) Long.BYTES * EMPTY_TABLE.size();
    return ofWords(
        Stream.of(List.of(records, frames, frames), List.of(schema), EMPTY_TABLE, EMPTY_TABLE));
  }

  private static MemoryProfile ofWords(Stream<List<Long>> parts) {
    long[] all = parts.flatMap(List::stream).mapToLong(Long::longValue).toArray();
    byte[] bytes = new byte[all.length * Long.BYTES];
    words(bytes).asLongBuffer().put(all);
    return new MemoryProfile(bytes, 0, Layout.of(all[0]));
  }

  private static ByteBuffer words(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Tells whether the tools of a release read a profile with this section. */
  public boolean isReadBy(LlvmRelease release) {
    return layout.since <= release.major() && release.major() <= layout.until;
  }

  /** Returns the number of bytes, a multiple of eight except behind records of data accesses. */
  public int size() {
    return section.length;
  }

  private boolean isWhole() {
    ByteBuffer words = words(section);
    return layout
            .offsets()
            .allMatch(
                index -> index + Long.BYTES <= section.length && isInside(words.getLong(index)))
        && layout.tables().allMatch(index -> isTableWhole(words, index));
  }

  /** Zero stands for a part that is not there. */
  private boolean isInside(long offset) {
    return offset == 0 || offset >= position && offset - position <= section.length;
  }

  private boolean isTableWhole(ByteBuffer words, int index) {
    long table = words.getLong(index) - position;
    if (table < 0 || table > section.length - (long) FIRST_BUCKET_WORD * Long.BYTES) {
      return false;
    }
    long buckets = words.getLong((int) table + BUCKETS_WORD);
    long room = (section.length - table) / Long.BYTES - FIRST_BUCKET_WORD;
    if (buckets < 0 || buckets > room) {
      return false;
    }
    for (int bucket = 0; bucket < buckets; bucket++) {
      if (!isInside(words.getLong(bucketIndex((int) table, bucket)))) {
        return false;
      }
    }
    return true;
  }

  private static int bucketIndex(int table, int bucket) {
    return table + (FIRST_BUCKET_WORD + bucket) * Long.BYTES;
  }

  /** Returns the section as it stands at another offset of a file. */
  public byte[] at(long other) {
    byte[] moved = section.clone();
    ByteBuffer words = words(moved);
    long distance = other - position;
    for (int index : layout.tables().toArray()) {
      int table = (int) (words.getLong(index) - position);
      long buckets = words.getLong(table + BUCKETS_WORD);
      for (int bucket = 0; bucket < buckets; bucket++) {
        move(words, bucketIndex(table, bucket), distance);
      }
    }
    layout.offsets().forEach(index -> move(words, index, distance));
    return moved;
  }

  private static void move(ByteBuffer words, int index, long distance) {
    long offset = words.getLong(index);
    if (offset != 0) {
      words.putLong(index, offset + distance);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MemoryProfile profile && Arrays.equals(at(0), profile.at(0));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(at(0));
  }

  /** Returns the layout and the size. */
  @Override
  public String toString() {
    return "memory profile %s, %d bytes".formatted(layout, section.length);
  }
}
