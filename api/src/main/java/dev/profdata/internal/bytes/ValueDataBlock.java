package dev.profdata.internal.bytes;

import dev.profdata.io.ErrorKind;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ValueData;
import dev.profdata.model.ValueKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.IntToLongFunction;

/**
 * The value data of one function, as raw and indexed profiles hold it: total size and number of
 * kinds (u32 each), then for each kind its number and its number of sites (u32 each), a byte with
 * the number of values for each site, padding to eight, and pairs of value and count (u64 each).
 */
public final class ValueDataBlock {
  /** The most values that a site can hold in a file. */
  public static final int MAX_VALUES = 255;

  private static final int HEADER_BYTES = 8;

  /** No function comes near; larger blocks are damage, and would not fit a buffer. */
  private static final int MAX_BYTES = 1 << 30;

  private static final int PAIR_BYTES = 16;

  private ValueDataBlock() {}

  /** Takes in what a block holds, in the order of the file. */
  public interface Visitor {
    /** Begins a kind with so many sites. */
    void kind(ValueKind kind, int sites) throws IOException;

    /** Begins the next site of the kind. */
    void site(ValueKind kind);

    /** Takes a value of the site. */
    void value(ValueKind kind, long value, long count);

    /** The block ends. */
    default void end() throws IOException {}
  }

  /**
   * Reads a block and moves behind it.
   *
   * @param in positioned at the block
   * @param kinds how many kinds the version of the file knows
   */
  public static void read(BoundedReader in, int kinds, Visitor visitor) throws IOException {
    long began = in.position();
    if (in.remaining() < HEADER_BYTES) {
      throw in.error(ErrorKind.TRUNCATED, began, "value data ends before its header");
    }
    long totalSize = in.u32();
    long kindCount = in.u32();
    check(in, began, totalSize, kindCount, kinds);
    in.seek(began);
    ByteBuffer block = in.view((int) totalSize);
    int base = in.viewIndex();
    int at = base + HEADER_BYTES;
    for (long i = 0; i < kindCount; i++) {
      at = readKind(in, block, at, base + (int) totalSize, kinds, visitor);
    }
    visitor.end();
    in.seek(began + totalSize);
  }

  /**
   * Tells whether the input ends within the block at hand, whose header, if that is there, makes
   * sense. Does not move.
   *
   * @param kinds how many kinds the version of the file knows
   */
  public static boolean isCutOff(BoundedReader in, int kinds) throws IOException {
    if (in.remaining() < HEADER_BYTES) {
      return true;
    }
    long began = in.position();
    long totalSize = in.u32();
    long kindCount = in.u32();
    in.seek(began);
    return totalSize > in.remaining()
        && totalSize <= MAX_BYTES
        && totalSize % Long.BYTES == 0
        && kindCount <= kinds;
  }

  private static void check(BoundedReader in, long began, long totalSize, long kindCount, int kinds)
      throws IOException {
    if (totalSize > in.end() - began || totalSize > MAX_BYTES) {
      throw in.error(
          ErrorKind.TOO_LARGE,
          began,
          "value data of %d bytes, %d are left".formatted(totalSize, in.end() - began));
    }
    if (kindCount > kinds) {
      throw in.error(
          ErrorKind.MALFORMED,
          began + Integer.BYTES,
          "number of value profile kinds is invalid: %d, at most %d".formatted(kindCount, kinds));
    }
    if (ByteSink.padding(totalSize) != 0) {
      throw in.error(
          ErrorKind.MALFORMED, began, "total size is not multiples of quardword: " + totalSize);
    }
    if (totalSize < HEADER_BYTES) {
      throw in.error(
          ErrorKind.MALFORMED, began, "value data of %d bytes, at least 8".formatted(totalSize));
    }
  }

  /** Reads a kind that starts at an index of a buffer, and returns the index behind it. */
  private static int readKind(
      BoundedReader in, ByteBuffer block, int start, int end, int kinds, Visitor visitor)
      throws IOException {
    if (end - start < HEADER_BYTES) {
      throw beyondTotalSize(in, start);
    }
    long number = block.getInt(start) & 0xFFFF_FFFFL;
    long sites = block.getInt(start + Integer.BYTES) & 0xFFFF_FFFFL;
    int valueCounts = start + HEADER_BYTES;
    if (number >= kinds) {
      throw in.error(
          ErrorKind.MALFORMED, in.offsetOfView(start), "value kind is invalid: " + number);
    }
    if (sites + ByteSink.padding(sites) > end - valueCounts) {
      throw beyondTotalSize(in, valueCounts);
    }
    ValueKind kind = ValueKind.all().get((int) number);
    visitor.kind(kind, (int) sites);
    int at = valueCounts + (int) sites + ByteSink.padding(sites);
    for (int site = 0; site < sites; site++) {
      int values = block.get(valueCounts + site) & 0xFF;
      if (values * PAIR_BYTES > end - at) {
        throw beyondTotalSize(in, at);
      }
      visitor.site(kind);
      for (int i = 0; i < values; i++, at += PAIR_BYTES) {
        visitor.value(kind, block.getLong(at), block.getLong(at + Long.BYTES));
      }
    }
    return at;
  }

  private static IOException beyondTotalSize(BoundedReader in, int at) {
    return in.error(
        ErrorKind.MALFORMED,
        in.offsetOfView(at),
        "value profile address is greater than total size");
  }

  /** Returns the size in bytes of the block of a row, with its first {@code kinds} kinds. */
  public static long size(FunctionTable table, int row, ValueData data, int kinds) {
    long size = HEADER_BYTES;
    if (table.siteCount(row) == 0) {
      return size;
    }
    for (int number = 0; number < kinds; number++) {
      ValueKind kind = ValueKind.all().get(number);
      int sites = table.siteCount(row, kind);
      if (sites > 0) {
        size += HEADER_BYTES + sites + ByteSink.padding(sites);
        int first = table.firstSite(row, kind);
        for (int site = first; site < first + sites; site++) {
          size += (long) PAIR_BYTES * valueCount(data, site);
        }
      }
    }
    return size;
  }

  private static int valueCount(ValueData data, int site) {
    return Math.min(data.end(site) - data.start(site), MAX_VALUES);
  }

  /**
   * Writes the block of a row, with its first {@code kinds} kinds and at most {@link #MAX_VALUES}
   * values a site.
   *
   * @param valueOfPair what to write for a pair of {@code data}, given its index
   */
  public static void write(
      ByteSink sink,
      FunctionTable table,
      int row,
      ValueData data,
      int kinds,
      IntToLongFunction valueOfPair)
      throws IOException {
    sink.u32(size(table, row, data, kinds));
    sink.u32(kindsWithSites(table, row, kinds));
    for (int number = 0; number < kinds; number++) {
      ValueKind kind = ValueKind.all().get(number);
      if (table.siteCount(row, kind) > 0) {
        writeKind(sink, table, row, data, kind, valueOfPair);
      }
    }
  }

  private static int kindsWithSites(FunctionTable table, int row, int kinds) {
    int count = 0;
    for (int number = 0; number < kinds; number++) {
      count += table.siteCount(row, ValueKind.all().get(number)) > 0 ? 1 : 0;
    }
    return count;
  }

  private static void writeKind(
      ByteSink sink,
      FunctionTable table,
      int row,
      ValueData data,
      ValueKind kind,
      IntToLongFunction valueOfPair)
      throws IOException {
    int sites = table.siteCount(row, kind);
    int first = table.firstSite(row, kind);
    sink.u32(kind.number()).u32(sites);
    for (int site = first; site < first + sites; site++) {
      sink.u8(valueCount(data, site));
    }
    sink.zeros(ByteSink.padding(sites));
    for (int site = first; site < first + sites; site++) {
      int end = data.start(site) + valueCount(data, site);
      for (int pair = data.start(site); pair < end; pair++) {
        sink.u64(valueOfPair.applyAsLong(pair)).u64(data.count(pair));
      }
    }
  }
}
