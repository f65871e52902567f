package dev.profdata.cli;

import dev.profdata.model.FunctionRecord;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ValueData;
import dev.profdata.model.ValueKind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Prints the details of a function. */
final class ShowFunction {
  private static final long PSEUDO_HOT = -1;

  /** The order in which kinds of values are shown. */
  private static final List<ValueKind> KINDS =
      List.of(ValueKind.INDIRECT_CALL_TARGET, ValueKind.VTABLE_TARGET, ValueKind.MEMOP_SIZE);

  private final ShownProfile shown;
  private final ShowOptions options;
  private final Printer printer;

  ShowFunction(ShownProfile shown, ShowOptions options, Printer printer) {
    this.shown = shown;
    this.options = options;
    this.printer = printer;
  }

  /** Prints a function whose first counter only says that it is hot or warm. */
  void printPseudo(FunctionRecord function) throws IOException {
    printHead(function);
    printer.line(function.counter(0) == PSEUDO_HOT ? "    <PseudoHot>" : "    <PseudoWarm>");
  }

  void print(ProfileImage image, int row) throws IOException {
    FunctionRecord function = image.function(row);
    boolean irLevel = image.variant().isIrLevel();
    printHead(function);
    printer.line("");
    if (!irLevel && function.counterCount() > 0) {
      printer.text("    Function count: ").number(function.counter(0)).line("");
    }
    for (ValueKind kind : KINDS) {
      printSiteCount(kind, image.functions().siteCount(row, kind));
    }
    if (options.counts()) {
      printCounters(image, row, irLevel ? 0 : 1);
    }
    for (ValueKind kind : KINDS) {
      printValues(kind, image, row);
    }
  }

  private void printHead(FunctionRecord function) throws IOException {
    if (shown.shown() == 0) {
      printer.line("Counters:");
    }
    shown.countShown();
    printer.text("  ").name(function.name()).line(":");
    printer.line("    Hash: 0x%016x".formatted(function.structuralHash()));
    printer.text("    Counters: ").number(function.counterCount());
  }

  private void printSiteCount(ValueKind kind, int sites) throws IOException {
    if (isShown(kind, sites)) {
      String label =
          switch (kind) {
            case INDIRECT_CALL_TARGET -> "Indirect Call Site Count: ";
            case VTABLE_TARGET -> "Number of instrumented vtables: ";
            case MEMOP_SIZE -> "Number of Memory Intrinsics Calls: ";
          };
      printer.text("    ").text(label).number(sites).line("");
    }
  }

  private boolean isShown(ValueKind kind, int sites) {
    return options.values(kind) && (kind != ValueKind.MEMOP_SIZE || sites > 0);
  }

  private void printCounters(ProfileImage image, int row, int first) throws IOException {
    FunctionTable table = image.functions();
    int count = table.counterCount(row);
    printer.text("    Block counts: [");
    for (int i = first; i < count; i++) {
      printer.text(i == first ? "" : ", ");
      printer.number(image.counts().counter(table.counterStart(row) + i));
    }
    printer.line("]");
    Optional<byte[]> uniformity = image.counts().uniformity(row);
    if (uniformity.isPresent()) {
      printUniformity(uniformity.get(), first, count);
    }
  }

  private void printUniformity(byte[] bits, int first, int count) throws IOException {
    printer.text("    Block uniformity: [");
    for (int i = first; i < count; i++) {
      printer.text(i == first ? "" : ", ").text(isUniform(bits, i) ? "U" : "D");
    }
    printer.line("]");
  }

  /** A counter without a bit of its own passes for uniform. */
  private static boolean isUniform(byte[] bits, int counter) {
    int at = counter / Byte.SIZE;
    return at >= bits.length || (bits[at] >> counter % Byte.SIZE & 1) != 0;
  }

  private void printValues(ValueKind kind, ProfileImage image, int row) throws IOException {
    FunctionTable table = image.functions();
    int sites = table.siteCount(row, kind);
    if (!isShown(kind, sites)) {
      return;
    }
    String label =
        switch (kind) {
          case INDIRECT_CALL_TARGET -> "Indirect Target Results:";
          case VTABLE_TARGET -> "VTable Results:";
          case MEMOP_SIZE -> "Memory Intrinsic Size Results:";
        };
    printer.text("    ").line(label);
    int first = table.firstSite(row, kind);
    for (int site = 0; site < sites; site++) {
      printSite(kind, image, first + site, site);
    }
  }

  private void printSite(ValueKind kind, ProfileImage image, int site, int number)
      throws IOException {
    ImageCounts counts = image.counts();
    ValueData data = counts.values();
    shown.valueSites(kind).add(data.end(site) - data.start(site));
    long sum = 0;
    for (int pair = data.start(site); pair < data.end(site); pair++) {
      sum += data.count(pair);
    }
    for (int pair = data.start(site); pair < data.end(site); pair++) {
      printer.text("\t[ %2d, ".formatted(number));
      printValue(kind, image, data.value(pair));
      printer.text(", %10d ] (".formatted(data.count(pair)));
      printer.text(CNumbers.percent(data.count(pair), sum == 0 ? 1 : sum)).line(")");
    }
  }

  private void printValue(ValueKind kind, ProfileImage image, long value) throws IOException {
    if (!kind.namesTargets()) {
      String digits = Long.toUnsignedString(value);
      printer.text("%4s".formatted(digits));
      return;
    }
    for (NameTable names : List.of(image.functions().names(), image.vtableNames())) {
      int index = names.find(value);
      if (index != NameTable.NOT_FOUND) {
        printer.name(names.name(index));
        return;
      }
    }
  }
}
