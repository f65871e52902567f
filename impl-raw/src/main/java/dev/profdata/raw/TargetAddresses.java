package dev.profdata.raw;

import dev.profdata.model.FunctionTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.VTable;
import dev.profdata.model.ValueData;
import dev.profdata.model.ValueKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Addresses of functions and virtual tables of our own making, and the values that mean them.
 *
 * <p>Only functions that some value names get an address. A function that the profile does not know
 * gets an address that is nobody's. A virtual table that it does not list gets an entry, since
 * merged profiles have no list: only the entry keeps the hash of its name.
 */
final class TargetAddresses {
  private static final long FUNCTIONS = 0x40_0000;
  private static final long VTABLES = 0x2000_0000;
  private static final long NOBODY = 0x10_0000;
  private static final int ALIGNMENT = 16;
  private static final Long UNKNOWN = 0L;

  private final ValueData values;
  private final Map<Long, Long> functions = new HashMap<>();
  private final Map<Long, Long> tables = new HashMap<>();
  private final byte[] kindOfPair;
  private final List<VTable> vtables;
  private final long[] tableAddresses;

  TargetAddresses(ProfileImage image) {
    this.values = image.counts().values();
    this.kindOfPair = new byte[values.pairs()];
    markPairs(image.functions());
    this.vtables = withUnlisted(image.vtables());
    this.tableAddresses = tableAddresses(vtables);
    for (int i = 0; i < tableAddresses.length; i++) {
      tables.putIfAbsent(vtables.get(i).nameHash(), tableAddresses[i]);
    }
    assign(image.functions());
  }

  private List<VTable> withUnlisted(List<VTable> listed) {
    Set<Long> known = new HashSet<>(Set.of(UNKNOWN));
    listed.forEach(vtable -> known.add(vtable.nameHash()));
    List<VTable> all = new ArrayList<>(listed);
    for (int pair = 0; pair < kindOfPair.length; pair++) {
      boolean means = kindOfPair[pair] == ValueKind.VTABLE_TARGET.number();
      if (means && known.add(values.value(pair))) {
        all.add(new VTable(values.value(pair), 0, ALIGNMENT));
      }
    }
    return List.copyOf(all);
  }

  /** Returns the virtual tables to write: those of the image, then those that only values name. */
  List<VTable> vtables() {
    return vtables;
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

  /** Returns the address of the virtual table at a place in {@link #vtables()}. */
  long tableAddress(int place) {
    return tableAddresses[place];
  }

  private void assign(FunctionTable table) {
    Map<Long, Integer> rows = new HashMap<>();
    for (int row = 0; row < table.size(); row++) {
      rows.putIfAbsent(table.nameHash(row), row);
    }
    for (int pair = 0; pair < kindOfPair.length; pair++) {
      long target = values.value(pair);
      Integer row = rows.get(target);
      if (kindOfPair[pair] == ValueKind.INDIRECT_CALL_TARGET.number() && row != null) {
        functions.putIfAbsent(target, FUNCTIONS + (long) row * ALIGNMENT);
      }
    }
  }

  private void markPairs(FunctionTable table) {
    for (int row = 0; row < table.size(); row++) {
      for (ValueKind kind : ValueKind.all()) {
        markPairs(table, row, kind);
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
