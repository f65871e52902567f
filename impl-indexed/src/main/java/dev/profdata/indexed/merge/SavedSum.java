package dev.profdata.indexed.merge;

import dev.profdata.format.LlvmRelease;
import dev.profdata.model.BinaryId;
import dev.profdata.model.MemoryProfile;
import dev.profdata.model.NameTable;
import dev.profdata.spi.PartialSum;
import java.util.List;
import java.util.Optional;

/**
 * The state of a {@link SummingEngine} outside of it.
 *
 * @param kinds what kinds of profiles are in it
 * @param records first the records that came first, then those of the same functions that do not
 *     fit them, and so on
 * @param binaryIds ascending
 * @param vtableNames in the order in which they were met
 * @param memoryProfile memory-profile records, if the sum is of one image only
 * @param images how many images are in it
 * @param traces what came in, in order
 */
record SavedSum(
    LlvmRelease release,
    boolean imitates,
    KindMerger kinds,
    List<SavedRecords> records,
    List<BinaryId> binaryIds,
    NameTable vtableNames,
    Optional<MemoryProfile> memoryProfile,
    int images,
    List<TraceLog.Entry> traces,
    Note content)
    implements PartialSum {

  /** Bytes of the caller. */
  static final class Note {
    private final byte[] bytes;

    Note(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    byte[] bytes() {
      return bytes.clone();
    }
  }

  @Override
  public long functions() {
    return records.get(0).image().size();
  }

  @Override
  public byte[] note() {
    return content.bytes();
  }
}
