package dev.profdata.indexed.merge;

import dev.profdata.format.LlvmRelease;
import dev.profdata.indexed.order.PlaceIndex;
import dev.profdata.indexed.order.StringMapOrder;
import dev.profdata.model.NameTable;

/** The names of virtual tables of all inputs, each once, in the order in which LLVM meets them. */
final class VTableNames {
  private final StringMapOrder order;
  private final PlaceIndex seen = new PlaceIndex();
  private final NameTable.Builder names = NameTable.builder();

  VTableNames(LlvmRelease release) {
    this.order = StringMapOrder.of(release);
  }

  void add(NameTable input) {
    if (input.size() == 0) {
      return;
    }
    for (int name : order.order(input)) {
      add(input, name);
    }
  }

  /** Adds names that stand in the order in which other inputs gave them. */
  void addInOrder(NameTable others) {
    for (int name = 0; name < others.size(); name++) {
      add(others, name);
    }
  }

  private void add(NameTable table, int name) {
    int known = seen.size();
    if (seen.placeOf(table.hash(name), 0) == known) {
      names.add(table.name(name));
    }
  }

  NameTable toTable() {
    return names.build();
  }
}
