package dev.profdata.raw;

import dev.profdata.internal.bytes.Budget;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.Limit;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileCorrelator;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProgramCounters;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileName;
import dev.profdata.raw.dwarf.Probe;
import dev.profdata.raw.dwarf.ProbeFinder;
import dev.profdata.raw.elf.ElfFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** The functions that debug information tells of. */
final class DebugInfoRows implements ProgramRows {
  /** The high bits are dropped, as by LLVM. */
  private static final long COUNT_MASK = 0xFFFF_FFFFL;

  private final String program;
  private final CounterRange range;
  private final Budget budget;
  private final Consumer<Finding> findings;
  private final Set<Long> addresses = new HashSet<>();
  private final List<Probe> counters = new ArrayList<>();
  private final List<Probe> all = new ArrayList<>();
  private final Map<ProfileName, Run> bitmaps = new HashMap<>();

  private DebugInfoRows(
      String program, CounterRange range, Limits limits, Consumer<Finding> findings) {
    this.program = program;
    this.range = range;
    this.budget = new Budget(program, limits);
    this.findings = findings;
  }

  static DebugInfoRows read(String program, ElfFile elf, Limits limits, Consumer<Finding> findings)
      throws IOException {
    DebugInfoRows rows = new DebugInfoRows(program, CounterRange.of(elf), limits, findings);
    ProbeFinder.find(elf, limits, false, rows::take);
    rows.refuseNothing(elf, rows.counters);
    return rows;
  }

  /** Tells all that a person may want to know, of functions in several units each time. */
  static ProgramCounters describe(
      String program, ElfFile elf, Limits limits, Consumer<Finding> findings) throws IOException {
    DebugInfoRows rows = new DebugInfoRows(program, CounterRange.of(elf), limits, findings);
    ProbeFinder.find(elf, limits, true, rows::takeEach);
    rows.refuseNothing(elf, rows.all);
    return new ProgramCounters(
        rows.range.end() - rows.range.start(), rows.all.stream().map(rows::describe).toList());
  }

  private void refuseNothing(ElfFile elf, List<Probe> found) throws ProfileException {
    if (found.isEmpty()) {
      throw elf.refuse("could not find any profile data metadata in correlated file");
    }
  }

  private ProgramCounters.Function describe(Probe probe) {
    return new ProgramCounters.Function(
        probe.functionName().orElseThrow(),
        probe.place().linkageName(),
        probe.structuralHash().orElseThrow(),
        probe.address().orElseThrow() - range.start(),
        probe.size().orElseThrow() & COUNT_MASK,
        probe.place().file(),
        probe.place().line());
  }

  private void takeEach(Probe probe, long offset) throws IOException {
    if (probe.kind() == Probe.Kind.COUNTERS && isUsable(probe)) {
      budget.take(Limit.FUNCTIONS, 1, ProfileSection.PROGRAM, offset);
      all.add(probe);
    }
  }

  private void take(Probe probe, long offset) throws IOException {
    if (probe.kind() == Probe.Kind.BITMAP) {
      takeBitmap(probe);
    } else if (isUsable(probe) && addresses.add(probe.address().orElseThrow())) {
      budget.take(Limit.FUNCTIONS, 1, ProfileSection.PROGRAM, offset);
      counters.add(probe);
    }
  }

  private void takeBitmap(Probe probe) {
    if (probe.functionName().isPresent()
        && probe.address().isPresent()
        && probe.size().isPresent()) {
      long offset = probe.address().getAsLong() - range.bitmaps();
      long bytes = ((probe.size().getAsLong() & COUNT_MASK) + Byte.SIZE - 1) / Byte.SIZE;
      bitmaps.putIfAbsent(probe.functionName().get(), new Run(offset, bytes));
    }
  }

  /** Tells in LLVM's words what is wrong, unless the linker left the function out. */
  private boolean isUsable(Probe probe) {
    if (!probe.inFunction() && probe.address().isEmpty()) {
      return false;
    }
    if (probe.functionName().isEmpty()
        || probe.structuralHash().isEmpty()
        || probe.address().isEmpty()
        || probe.size().isEmpty()) {
      warn(
          "Incomplete DIE for function %s: CFGHash=%s  CounterPtr=%s  NumCounters=%s"
              .formatted(
                  probe.functionName().map(ProfileName::toString).orElse("None"),
                  orNone(probe.structuralHash()),
                  orNone(probe.address()),
                  orNone(probe.size())));
      return false;
    }
    ProfileName name = probe.functionName().get();
    long address = probe.address().getAsLong();
    if (!range.contains(address)) {
      warn(
          "CounterPtr out of range for function %s: Actual=0x%x Expected=[0x%x, 0x%x)"
              .formatted(name, address, range.start(), range.end()));
      return false;
    }
    if (!probe.inFunction()) {
      warn("Could not find address of function " + name);
    }
    return true;
  }

  private static String orNone(OptionalLong number) {
    return number.isPresent() ? Long.toUnsignedString(number.getAsLong()) : "None";
  }

  private void warn(String sentence) {
    findings.accept(Finding.of(FindingKind.UNUSABLE_PROBE, program, sentence));
  }

  @Override
  public FunctionTable table(ProfileCorrelator.Request request) throws IOException {
    CorrelatedRows rows = new CorrelatedRows(program, request);
    NameTable.Builder names = NameTable.builder();
    for (Probe probe : counters) {
      ProfileName name = probe.functionName().orElseThrow();
      Run bitmap = bitmaps.getOrDefault(name, Run.NONE);
      names.add(name);
      rows.add(
          name.hash(),
          probe.structuralHash().orElseThrow(),
          probe.address().orElseThrow() - range.start(),
          probe.size().orElseThrow() & COUNT_MASK,
          bitmap.offset(),
          bitmap.bytes());
    }
    return rows.build(names.build());
  }

  /** Where the bitmap of a function stands in the bitmap section. */
  private record Run(long offset, long bytes) {
    static final Run NONE = new Run(0, 0);
  }
}
