package dev.profdata.indexed.disk;

import dev.profdata.model.FunctionTable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tables of files that were read in a session, by the number of their names: files of one build
 * mostly have the same functions in the same order. Safe for use by several threads.
 */
final class KnownTables {
  /** More than this are not kept, for the memory they take. */
  private static final int MOST_TABLES = 64;

  private final Map<Long, FunctionTable> tables = new ConcurrentHashMap<>();

  /** Returns a table with so many names, empty if none is known. */
  FunctionTable find(long names) {
    return tables.getOrDefault(names, FunctionTable.EMPTY);
  }

  void keep(long names, FunctionTable table) {
    if (tables.size() < MOST_TABLES || tables.containsKey(names)) {
      tables.put(names, table);
    }
  }
}
