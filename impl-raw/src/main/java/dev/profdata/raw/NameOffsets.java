package dev.profdata.raw;

import dev.profdata.model.FunctionTable;
import dev.profdata.model.NameTable;

/** Names as the oldest versions keep them: one after the other, without anything between. */
final class NameOffsets {
  private final FunctionTable table;
  private final NameTable names;
  private final int[] starts;

  NameOffsets(FunctionTable table) {
    this.table = table;
    this.names = table.names();
    this.starts = new int[names.size() + 1];
    for (int name = 0; name < names.size(); name++) {
      starts[name + 1] = starts[name] + names.length(name);
    }
  }

  byte[] bytes() {
    byte[] bytes = new byte[starts[names.size()]];
    for (int name = 0; name < names.size(); name++) {
      names.copyName(name, bytes, starts[name]);
    }
    return bytes;
  }

  int offset(int row) {
    return table.hasName(row) ? starts[table.nameIndex(row)] : 0;
  }

  int length(int row) {
    return table.hasName(row) ? names.length(table.nameIndex(row)) : 0;
  }
}
