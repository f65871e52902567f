package dev.profdata.raw;

import dev.profdata.io.Finding;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.NameTable;
import dev.profdata.model.ValueKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the raw files of all runs of one build have in common: records, names, and where the counts
 * of each function stand.
 *
 * @param addresses finds functions by the addresses of the run that was read first
 * @param table the rows before the first damaged one, but for those that are lost
 * @param lost the rows whose counts are beyond the end of a file that was cut off
 * @param unnamed how many rows have names of which only the hash is known
 * @param findings what there is to say about every file of the build
 * @param damage the first damaged record
 */
record RawBuild(
    RawFunctions functions,
    FunctionAddresses addresses,
    NameTable names,
    NameTable vtableNames,
    CounterPlaces counters,
    BitmapPlaces bitmaps,
    FunctionTable table,
    BitSet lost,
    int unnamed,
    List<Finding> findings,
    @Nullable RawDamage damage) {

  /** Reads all of it, in the order in which LLVM checks it. */
  static RawBuild read(
      RawHeader header, RawDataLayout layout, RawSections sections, ReadOptions options)
      throws IOException {
    int kinds = layout.kindsWritten(header.word(RawHeaderField.VALUE_KIND_LAST));
    RawFunctions functions = RawFunctions.read(sections, layout, kinds, options.limits());
    if (!layout.namesByHash()) {
      BitSet lost = new BitSet();
      NameTable names = RawNames.readPointers(sections, header, functions, lost, options.limits());
      return located(header, layout, sections, functions, lost, options.limits())
          .named(names, NameTable.EMPTY, List.of());
    }
    NamesTask naming = NamesTask.start(sections, functions.nameHashes, options);
    Located located = located(header, layout, sections, functions, new BitSet(), options.limits());
    List<Finding> findings = new ArrayList<>();
    NameTable names = naming.join(findings);
    NameTable.Builder vtableNames = NameTable.builder();
    RawNames.readBlobs(
        sections,
        ProfileSection.VTABLE_NAMES,
        RawVTables.read(sections, header).nameHashes(),
        options,
        vtableNames,
        findings::add);
    return located.named(names, vtableNames.build(), findings);
  }

  /** All but the names. */
  private record Located(
      RawFunctions functions,
      FunctionAddresses addresses,
      CounterPlaces counters,
      BitmapPlaces bitmaps,
      FunctionTable.Builder table,
      BitSet lost,
      List<Finding> findings,
      @Nullable RawDamage damage) {

    RawBuild named(NameTable names, NameTable vtableNames, List<Finding> findingsOfNames) {
      List<Finding> all = new ArrayList<>(findingsOfNames);
      all.addAll(findings);
      return new RawBuild(
          functions,
          addresses,
          names,
          vtableNames,
          counters,
          bitmaps,
          table.build(names),
          lost,
          functions.unnamed(names),
          List.copyOf(all),
          damage);
    }
  }

  private static Located located(
      RawHeader header,
      RawDataLayout layout,
      RawSections sections,
      RawFunctions functions,
      BitSet lost,
      Limits limits)
      throws IOException {
    List<Finding> findings = new ArrayList<>();
    CounterPlaces counters =
        CounterPlaces.locate(header, layout, sections, functions, lost, limits, findings::add);
    BitmapPlaces bitmaps = BitmapPlaces.locate(header, layout, sections, functions, lost, limits);
    RawDamage damage = RawDamage.first(counters.damage(), bitmaps.damage());
    int rows = damage == null ? functions.size : damage.row();
    return new Located(
        functions,
        FunctionAddresses.of(functions.functionPointers, functions.nameHashes),
        counters,
        bitmaps,
        table(functions, counters, bitmaps, rows, lost),
        lost,
        findings,
        damage);
  }

  private static FunctionTable.Builder table(
      RawFunctions functions, CounterPlaces counters, BitmapPlaces bitmaps, int rows, BitSet lost) {
    FunctionTable.Builder table = FunctionTable.builder().reserve(rows);
    for (int row = lost.nextClearBit(0); row < rows; row = lost.nextClearBit(row + 1)) {
      table.addRow(functions.nameHashes[row], functions.structuralHashes[row]);
      table
          .counters(counters.starts[row], counters.counts[row])
          .bitmap(bitmaps.start(row), bitmaps.size(row));
      for (int kind = 0; kind < functions.siteCounts.length; kind++) {
        table.sites(ValueKind.all().get(kind), functions.siteCounts[kind][row]);
      }
    }
    return table;
  }

  /**
   * Returns the table of only the first rows.
   *
   * @param without those of them that are lost, at least {@link #lost}
   */
  FunctionTable firstRows(int rows, BitSet without) {
    int left = rows - without.get(0, rows).cardinality();
    return left == table.size()
        ? table
        : table(functions, counters, bitmaps, rows, without).build(names);
  }
}
