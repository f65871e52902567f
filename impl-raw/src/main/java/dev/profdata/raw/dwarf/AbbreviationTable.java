package dev.profdata.raw.dwarf;

import dev.profdata.internal.bytes.BoundedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The abbreviations of a unit by their numbers, which compilers count from one. */
final class AbbreviationTable {
  private final List<Abbreviation> counted = new ArrayList<>();
  private final Map<Long, Abbreviation> others = new HashMap<>();

  /** Reads a table, to its final zero. */
  AbbreviationTable(BoundedReader section, Set<Attribute> wanted) throws IOException {
    for (long code = section.uleb128(); code != 0; code = section.uleb128()) {
      Abbreviation abbreviation = Abbreviation.read(section, wanted);
      if (code == counted.size() + 1L) {
        counted.add(abbreviation);
      } else {
        others.putIfAbsent(code, abbreviation);
      }
    }
  }

  @Nullable Abbreviation get(long code) {
    return code > 0 && code <= counted.size() ? counted.get((int) code - 1) : others.get(code);
  }
}
