package dev.profdata.io;

import dev.profdata.format.ProfileFormat;
import dev.profdata.model.BinaryId;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ProfileVariant;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Finds the functions of a correlated ("lightweight") raw profile, which holds counters only: its
 * function records and names stand in debug information or in sections of the program that wrote
 * it.
 *
 * <p>{@link dev.profdata.Profiles#correlator} returns one that reads ELF files; {@link
 * ReadOptions#withCorrelator} takes it, or any other. A correlator that several threads use must be
 * safe for that.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ProfileCorrelator {
  /**
   * Returns the functions of an image.
   *
   * <p>{@link FunctionTable#counterStart} of a row is the index of its first counter in the counter
   * section: the offset of the counters divided by the size of a counter, which is 1 with byte
   * coverage and else 8. With time stamps a row starts behind its stamp, which is eight bytes.
   * {@link FunctionTable#bitmapStart} is the offset in the bitmap section. Rows have no value
   * sites, because such programs are built without.
   *
   * @return empty if the correlator does not know the program
   * @throws IOException if what it needs cannot be read
   */
  Optional<FunctionTable> functions(Request request) throws IOException;

  /**
   * What a file tells of the program that wrote it.
   *
   * @param source name of the file
   * @param format version, pointer width and byte order
   * @param variant how the program was instrumented
   * @param binaryIds build ids of the program, if it has some
   * @param counters number of counters in the file
   * @param bitmapBytes number of bitmap bytes in the file
   */
  record Request(
      String source,
      ProfileFormat format,
      ProfileVariant variant,
      List<BinaryId> binaryIds,
      long counters,
      long bitmapBytes) {
    /** Copies the list. */
    public Request {
      binaryIds = List.copyOf(binaryIds);
    }
  }
}
