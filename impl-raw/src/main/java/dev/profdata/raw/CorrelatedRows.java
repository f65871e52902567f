package dev.profdata.raw;

import dev.profdata.io.ErrorKind;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileCorrelator;
import dev.profdata.io.ProfileException;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileVariant;
import java.util.HashSet;
import java.util.Set;

/** Functions found in a program, on their way into a table for profiles of one kind. */
final class CorrelatedRows {
  /** From this version on LLVM's tool joins bitmaps; before, they are left out. */
  private static final int BITMAPS_SINCE = 11;

  private final String program;
  private final boolean bitmaps;
  private final int slotBytes;
  private final int stampSlots;
  private final Set<Long> offsets = new HashSet<>();
  private final FunctionTable.Builder table = FunctionTable.builder();

  CorrelatedRows(String program, ProfileCorrelator.Request request) {
    ProfileVariant variant = request.variant();
    this.program = program;
    this.bitmaps = request.format().version() >= BITMAPS_SINCE;
    this.slotBytes = variant.has(ProfileVariant.BYTE_COVERAGE) ? 1 : Long.BYTES;
    this.stampSlots = variant.has(ProfileVariant.TEMPORAL) ? Long.BYTES / slotBytes : 0;
  }

  /**
   * Adds a function, unless one with the same counters is there.
   *
   * @param offset of its counters in their section, in bytes
   * @param slots number of its counters, a time stamp among them
   * @param bitmapOffset of its bitmap bytes in their section
   */
  void add(
      long nameHash,
      long structuralHash,
      long offset,
      long slots,
      long bitmapOffset,
      long bitmapBytes)
      throws ProfileException {
    if (!offsets.add(offset)) {
      return;
    }
    if (slots == 0) {
      throw refuse("number of counters is zero");
    }
    if (offset % slotBytes != 0) {
      throw refuse("counters at the odd offset 0x%x".formatted(offset));
    }
    long stamp = slots > stampSlots ? stampSlots : 0;
    table.addRow(nameHash, structuralHash);
    table.counters(index("counters", offset / slotBytes + stamp), index("counters", slots - stamp));
    if (bitmaps && bitmapBytes > 0) {
      table.bitmap(index("bitmap bytes", bitmapOffset), index("bitmap bytes", bitmapBytes));
    }
  }

  private int index(String what, long number) throws ProfileException {
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw refuse(
          "%s of a function are not in their section, but 0x%x from its start"
              .formatted(what, number));
    }
    return (int) number;
  }

  private ProfileException refuse(String detail) {
    return new MalformedProfileException(ErrorKind.UNABLE_TO_CORRELATE_PROFILE, program, detail);
  }

  FunctionTable build(NameTable names) {
    return table.build(names);
  }
}
