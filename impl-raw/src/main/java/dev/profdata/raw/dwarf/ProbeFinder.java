package dev.profdata.raw.dwarf;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileSection;
import dev.profdata.raw.elf.ElfFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Walks through all units, in the order of the file. */
public final class ProbeFinder {
  private static final String INFO = ".debug_info";
  private static final int SUBPROGRAM = 0x2E;
  private static final int VARIABLE = 0x34;
  private static final int ANNOTATION = 0x6000;
  private static final byte[] FUNCTION_NAME = annotation("Function Name");
  private static final byte[] STRUCTURAL_HASH = annotation("CFG Hash");

  /** Takes in what was found. */
  @FunctionalInterface
  public interface Taker {
    /** Takes a probe that ends at an offset in the program. */
    void take(Probe probe, long offset) throws IOException;
  }

  private final BoundedReader info;
  private final AbbreviationTables abbreviations;
  private final Decoder decoder;
  private final Taker probes;
  private final Entry entry = new Entry();
  private final Parents parents = new Parents();
  private final Optional<FunctionPlaces> places;
  private @Nullable Probe open;

  private ProbeFinder(ElfFile elf, Limits limits, boolean withPlaces, Taker probes)
      throws IOException {
    this.info = elf.section(INFO).content();
    this.abbreviations =
        new AbbreviationTables(
            elf.section(".debug_abbrev").content(),
            withPlaces ? Attribute.ALL : Attribute.OF_COUNTERS);
    this.decoder = new Decoder(elf, info, limits);
    this.places =
        withPlaces ? Optional.of(new FunctionPlaces(elf, info, decoder)) : Optional.empty();
    this.probes = probes;
  }

  /**
   * Finds what the debug information of a program tells of counters, if it has any.
   *
   * @param withPlaces whether to look up where functions stand in the source as well
   * @throws dev.profdata.io.ProfileException if the debug information is damaged
   */
  public static void find(ElfFile elf, Limits limits, boolean withPlaces, Taker probes)
      throws IOException {
    if (elf.find(INFO).isEmpty()) {
      return;
    }
    ProbeFinder finder = new ProbeFinder(elf, limits, withPlaces, probes);
    BoundedReader info = finder.info;
    BoundedReader units =
        info.section(ProfileSection.PROGRAM, info.start(), info.end() - info.start());
    while (units.remaining() > 0) {
      finder.walk(Unit.next(units));
    }
  }

  private static byte[] annotation(String name) {
    return (name + '\0').getBytes(StandardCharsets.UTF_8);
  }

  private void walk(Unit unit) throws IOException {
    AbbreviationTable table = abbreviations.at(unit.abbreviations);
    parents.clear();
    open = null;
    boolean first = true;
    // What follows the first entry and its descendants is padding.
    while (unit.reader.remaining() > 0 && (first || parents.depth() > 0)) {
      long began = unit.reader.position();
      long code = unit.reader.uleb128();
      if (code == 0) {
        close(began);
        continue;
      }
      Abbreviation abbreviation = table.get(code);
      if (abbreviation == null) {
        throw unit.refuse(began, "debug information without the abbreviation %d".formatted(code));
      }
      entry.read(unit, abbreviation);
      if (first) {
        readBases(unit);
      }
      first = false;
      visit(unit, abbreviation, began);
    }
    // A unit that ends too early.
    while (parents.depth() > 0) {
      close(unit.reader.position());
    }
  }

  private void readBases(Unit unit) throws IOException {
    unit.stringOffsetsBase = decoder.offset(unit, entry.get(Attribute.STR_OFFSETS_BASE));
    unit.addressBase = decoder.offset(unit, entry.get(Attribute.ADDR_BASE));
    unit.lineTable = decoder.sectionOffset(unit, entry.get(Attribute.LINE_TABLE));
  }

  private void close(long offset) throws IOException {
    if (parents.depth() > 0 && parents.pop() == Parents.Kind.PROBE && open != null) {
      probes.take(open, offset);
      open = null;
    }
  }

  private void visit(Unit unit, Abbreviation abbreviation, long began) throws IOException {
    Probe current = open;
    if (abbreviation.tag() == ANNOTATION
        && parents.top() == Parents.Kind.PROBE
        && current != null) {
      open = annotate(unit, current);
    }
    if (!abbreviation.hasChildren()) {
      return;
    }
    if (parents.depth() == Parents.MOST) {
      throw unit.refuse(began, "debug information is nested too deeply");
    }
    Parents.Kind kind = Parents.Kind.OTHER;
    if (abbreviation.tag() == SUBPROGRAM) {
      boolean placed = decoder.address(unit, entry.get(Attribute.LOW_PC)).isPresent();
      kind = placed ? Parents.Kind.PLACED_FUNCTION : Parents.Kind.FUNCTION;
    } else if (abbreviation.tag() == VARIABLE && isInFunction() && begin(unit)) {
      kind = Parents.Kind.PROBE;
    }
    parents.push(kind, began);
  }

  private boolean isInFunction() {
    return parents.top() == Parents.Kind.FUNCTION || parents.top() == Parents.Kind.PLACED_FUNCTION;
  }

  private boolean begin(Unit unit) throws IOException {
    for (Probe.Kind kind : Probe.Kind.values()) {
      if (decoder.startsWith(unit, entry.get(Attribute.NAME), kind.prefix())) {
        open =
            new Probe(
                kind,
                Optional.empty(),
                OptionalLong.empty(),
                decoder.location(unit, entry.get(Attribute.LOCATION)),
                OptionalLong.empty(),
                parents.top() == Parents.Kind.PLACED_FUNCTION,
                place(unit));
        return true;
      }
    }
    return false;
  }

  private FunctionPlace place(Unit unit) throws IOException {
    return places.isEmpty()
        ? FunctionPlace.UNKNOWN
        : places.get().of(unit, abbreviations.at(unit.abbreviations), parents.topOffset());
  }

  private Probe annotate(Unit unit, Probe probe) throws IOException {
    Entry.Value name = entry.get(Attribute.NAME);
    Entry.Value value = entry.get(Attribute.CONST_VALUE);
    if (value == null) {
      return probe;
    }
    if (decoder.startsWith(unit, name, FUNCTION_NAME)) {
      return probe.withFunctionName(decoder.name(unit, value));
    }
    if (decoder.startsWith(unit, name, STRUCTURAL_HASH)) {
      return probe.withStructuralHash(decoder.constant(value));
    }
    return decoder.startsWith(unit, name, annotation(probe.kind().sizeName))
        ? probe.withSize(decoder.constant(value))
        : probe;
  }
}
