package dev.profdata.raw;

import dev.profdata.model.FunctionTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.VTable;
import dev.profdata.model.ValueData;
import dev.profdata.model.ValueKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Addresses of functions and virtual tables of our own making, and the values that mean them.
 *
 * <p>Only functions that some value names get an address. A target that the profile does not know
 * gets an address that is nobody's.
 */
final class TargetAddresses {
  private static final long FUNCTIONS = 0x40_0000;
  private static final long VTABLES = 0x2000_0000;
  private static final long NOBODY = 0x10_0000;
  private static final int ALIGNMENT = 16;

  private final ValueData values;
  private final Map<Long, Long> functions = new HashMap<>();
  private final Map<Long, Long> tables = new HashMap<>();
  private final byte[] kindOfPair;
  private final long[] tableAddresses;

  TargetAddresses(ProfileImage image) {
    this.values = image.counts().values();
    this.kindOfPair = new byte[values.pairs()];
    this.tableAddresses = tableAddresses(image.vtables());
    for (int i = 0; i < tableAddresses.length; i++) {
      tables.putIfAbsent(image.vtables().get(i).nameHash(), tableAddresses[i]);
    }
    assign(image.functions());
  }

  private static long[] tableAddresses(List<VTable> vtables) {
    long[] addresses = new long[vtables.size()];
    long next = VTABLES;
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = next;
      next += Math.max(ALIGNMENT, (vtables.get(i).size() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
    }
    return addresses;
  }

  /** Returns the address of the virtual table at a place in the image's list. */
  long tableAddress(int place) {
    return tableAddresses[place];
  }

  private void assign(FunctionTable table) {
    Map<Long, Integer> rows = new HashMap<>();
    for (int row = 0; row < table.size(); row++) {
      rows.putIfAbsent(table.nameHash(row), row);
      for (ValueKind kind : ValueKind.all()) {
        markPairs(table, row, kind);
      }
    }
    for (int pair = 0; pair < kindOfPair.length; pair++) {
      long target = values.value(pair);
      Integer row = rows.get(target);
      if (kindOfPair[pair] == ValueKind.INDIRECT_CALL_TARGET.number() && row != null) {
        functions.putIfAbsent(target, FUNCTIONS + (long) row * ALIGNMENT);
      }
    }
  }

  private void markPairs(FunctionTable table, int row, ValueKind kind) {
    int sites = table.siteCount(row, kind);
    int first = sites == 0 ? 0 : table.firstSite(row, kind);
    for (int site = first; site < first + sites; site++) {
      for (int pair = values.start(site); pair < values.end(site); pair++) {
        kindOfPair[pair] = (byte) kind.number();
      }
    }
  }

  /** Returns the address of the function with a name hash, 0 if it needs none. */
  long addressOf(long nameHash) {
    return functions.getOrDefault(nameHash, 0L);
  }

  /** Returns what to write as the value of a pair. */
  long rawValue(int pair) {
    long value = values.value(pair);
    return switch (ValueKind.all().get(kindOfPair[pair])) {
      case INDIRECT_CALL_TARGET -> functions.getOrDefault(value, NOBODY);
      case VTABLE_TARGET -> tables.getOrDefault(value, NOBODY);
      case MEMOP_SIZE -> value;
    };
  }
}
