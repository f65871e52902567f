package dev.profdata.raw.dwarf;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ErrorKind;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The tables of {@code .debug_abbrev}, each read when the first unit asks for it. */
final class AbbreviationTables {
  private final BoundedReader section;
  private final Map<Long, AbbreviationTable> tables = new HashMap<>();
  private final Set<Attribute> wanted;
  private long left;

  /**
   * Reads tables from a section.
   *
   * @param wanted the attributes of interest; the others are skipped
   */
  AbbreviationTables(BoundedReader section, Set<Attribute> wanted) {
    this.wanted = wanted;
    this.section = section;
    this.left = section.end() - section.start();
  }

  /** Returns the table at an offset. */
  AbbreviationTable at(long offset) throws IOException {
    AbbreviationTable known = tables.get(offset);
    if (known != null) {
      return known;
    }
    long size = section.end() - section.start();
    long began = section.start() + Math.min(offset & Long.MAX_VALUE, size);
    section.seek(began);
    AbbreviationTable table = new AbbreviationTable(section, wanted);
    left -= section.position() - began;
    if (left < 0) {
      // Else a small file could make us read the same bytes over and over.
      throw section.error(
          ErrorKind.UNABLE_TO_CORRELATE_PROFILE, began, "tables of abbreviations overlap");
    }
    tables.put(offset, table);
    return table;
  }
}
