package dev.profdata.raw.dwarf;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.model.ProfileName;
import dev.profdata.raw.elf.ElfFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Looks up what entries of functions, and the entries that these stand for, say of the source. */
final class FunctionPlaces {
  /** More than a compiler needs from a function to what it was declared as. */
  private static final int MOST_STEPS = 8;

  private final Decoder decoder;
  private final Optional<BoundedReader> lines;
  private final Map<Long, FileNames> files = new HashMap<>();
  private final Entry entry = new Entry();
  private long left;

  FunctionPlaces(ElfFile elf, BoundedReader info, Decoder decoder) throws IOException {
    this.decoder = decoder;
    this.lines = elf.find(".debug_line").map(section -> section.content());
    this.left = lines.map(section -> section.end() - section.start()).orElse(0L);
  }

  /** Looks up the function whose entry begins at an offset, and leaves the unit where it is. */
  FunctionPlace of(Unit unit, AbbreviationTable abbreviations, long offset) throws IOException {
    long back = unit.reader.position();
    Search search = new Search(unit, abbreviations);
    OptionalLong next = OptionalLong.of(offset);
    for (int step = 0; step < MOST_STEPS && next.isPresent(); step++) {
      next = search.look(next.getAsLong());
    }
    unit.reader.seek(back);
    return search.result();
  }

  /** What is known of one function so far; the nearest entry that tells counts. */
  private final class Search {
    private final Unit unit;
    private final AbbreviationTable abbreviations;
    private Optional<ProfileName> linkageName = Optional.empty();
    private Optional<ProfileName> name = Optional.empty();
    private Optional<String> file = Optional.empty();
    private OptionalLong line = OptionalLong.empty();

    Search(Unit unit, AbbreviationTable abbreviations) {
      this.unit = unit;
      this.abbreviations = abbreviations;
    }

    /** Reads an entry, and returns where the next one is. */
    OptionalLong look(long offset) throws IOException {
      unit.reader.seek(offset);
      Abbreviation abbreviation = abbreviations.get(unit.reader.uleb128());
      if (abbreviation == null) {
        return OptionalLong.empty();
      }
      entry.read(unit, abbreviation);
      if (linkageName.isEmpty()) {
        Entry.@Nullable Value old = entry.get(Attribute.OLD_LINKAGE_NAME);
        linkageName = decoder.name(unit, old != null ? old : entry.get(Attribute.LINKAGE_NAME));
      }
      if (name.isEmpty()) {
        name = decoder.name(unit, entry.get(Attribute.NAME));
      }
      if (line.isEmpty()) {
        line = decoder.constant(entry.get(Attribute.DECLARATION_LINE));
      }
      if (file.isEmpty()) {
        file = file(decoder.constant(entry.get(Attribute.DECLARATION_FILE)));
      }
      OptionalLong origin = decoder.reference(unit, entry.get(Attribute.ABSTRACT_ORIGIN));
      OptionalLong declared = decoder.reference(unit, entry.get(Attribute.SPECIFICATION));
      return origin.isPresent() ? origin : declared;
    }

    private Optional<String> file(OptionalLong index) throws IOException {
      if (index.isEmpty() || unit.lineTable.isEmpty() || lines.isEmpty()) {
        return Optional.empty();
      }
      long table = unit.lineTable.getAsLong();
      FileNames names = files.get(table);
      if (names == null) {
        names = FileNames.read(lines.get(), table, decoder);
        left -= names.bytes();
        if (left < 0) {
          // Else a small file could make us read the same bytes over and over.
          throw unit.refuse(unit.reader.position(), "line tables overlap");
        }
        files.put(table, names);
      }
      return names.path(index.getAsLong());
    }

    FunctionPlace result() {
      return new FunctionPlace(
          linkageName.or(() -> name),
          file.filter(path -> !path.isEmpty()),
          line.orElse(0) == 0 ? OptionalLong.empty() : line);
    }
  }
}
