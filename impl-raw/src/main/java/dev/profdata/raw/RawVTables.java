package dev.profdata.raw;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ProfileSection;
import dev.profdata.model.VTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The virtual tables of an image, found by an address within them. */
final class RawVTables {
  private final List<VTable> inFileOrder;
  private final List<VTable> byAddress;

  private RawVTables(List<VTable> tables) {
    this.inFileOrder = List.copyOf(tables);
    this.byAddress =
        tables.stream()
            .sorted(Comparator.comparing(VTable::address, Long::compareUnsigned))
            .toList();
  }

  static RawVTables read(RawSections sections, RawHeader header) throws IOException {
    BoundedReader section = sections.section(ProfileSection.VTABLES);
    int pointerBytes = header.encoding().pointerBytes();
    int recordBytes = pointerBytes == Long.BYTES ? 24 : 16;
    List<VTable> tables = new ArrayList<>();
    while (section.remaining() >= recordBytes) {
      long began = section.position();
      tables.add(new VTable(section.u64(), section.pointer(pointerBytes), section.u32()));
      section.seek(began + recordBytes);
    }
    return new RawVTables(tables);
  }

  /** Returns the hashes of the names of all tables. */
  long[] nameHashes() {
    return inFileOrder.stream().mapToLong(VTable::nameHash).toArray();
  }

  List<VTable> inFileOrder() {
    return inFileOrder;
  }

  /** Returns the hash of the name of the table that an address lies in, 0 if there is none. */
  long nameHashAt(long address) {
    int low = 0;
    int high = byAddress.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(byAddress.get(middle).address(), address) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return 0;
    }
    VTable table = byAddress.get(low - 1);
    boolean within = Long.compareUnsigned(address - table.address(), table.size()) < 0;
    return within ? table.nameHash() : 0;
  }
}
