package dev.profdata;

import dev.profdata.model.FunctionTable;
import dev.profdata.model.NameTable;
import dev.profdata.model.ValueKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** Gives functions other names; tables that several files share are renamed once. */
final class Renaming {
  private final Rule rule;
  private final Map<Long, Long> hashes = new HashMap<>();
  private final Map<FunctionTable, FunctionTable> tables = new WeakHashMap<>();

  Renaming(Rule rule) {
    this.rule = rule;
  }

  /** Which names are changed. */
  interface Rule {
    /** Returns the bytes of another name for a name of a table, empty if it stays. */
    Optional<byte[]> rename(NameTable names, int name);
  }

  /** Returns the hash of what a name is called now, given the hash of what it was called. */
  long hash(long before) {
    return hashes.getOrDefault(before, before);
  }

  /** Tells whether a name with this hash was changed. */
  boolean changes(long hash) {
    return hashes.containsKey(hash);
  }

  /** Returns a table with its names changed, itself if none is. */
  FunctionTable apply(FunctionTable table) {
    return tables.computeIfAbsent(table, this::rename);
  }

  private FunctionTable rename(FunctionTable table) {
    Optional<NameTable> names = rename(table.names());
    if (names.isEmpty()) {
      return table;
    }
    FunctionTable.Builder builder = FunctionTable.builder().reserve(table.size());
    for (int row = 0; row < table.size(); row++) {
      builder.addRow(hash(table.nameHash(row)), table.structuralHash(row));
      builder.counters(table.counterStart(row), table.counterCount(row));
      builder.bitmap(table.bitmapStart(row), table.bitmapSize(row));
      for (ValueKind kind : ValueKind.all()) {
        builder.sites(kind, table.siteCount(row, kind));
      }
    }
    return builder.build(names.get());
  }

  private Optional<NameTable> rename(NameTable names) {
    NameTable.Builder builder = NameTable.builder();
    boolean changed = false;
    for (int name = 0; name < names.size(); name++) {
      Optional<byte[]> other = rule.rename(names, name);
      if (other.isEmpty()) {
        builder.add(names, name);
      } else {
        int index = builder.add(other.get(), 0, other.get().length);
        hashes.put(names.hash(name), builder.hash(index));
        changed = true;
      }
    }
    return changed ? Optional.of(builder.build()) : Optional.empty();
  }
}
