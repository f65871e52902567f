package dev.profdata.cli;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ValueData;
import dev.profdata.model.ValueKind;
import java.io.IOException;
import java.util.List;

/** Prints a function in the text form of a profile, as {@code show --text} does. */
final class TextRecord {
  private static final String EXTERNAL = "** External Symbol **";

  private final LlvmRelease release;
  private final Printer printer;

  TextRecord(LlvmRelease release, Printer printer) {
    this.release = release;
    this.printer = printer;
  }

  void print(ProfileImage image, int row) throws IOException {
    FunctionRecord function = image.function(row);
    printer.name(function.name()).line("");
    printer.line("# Func Hash:").number(function.structuralHash()).line("");
    printer.line("# Num Counters:").number(function.counterCount()).line("");
    printer.line("# Counter Values:");
    for (long counter : function.counters()) {
      printer.number(counter).line("");
    }
    printBitmap(function.bitmap());
    printKinds(image, row);
    printer.line("");
  }

  private void printBitmap(byte[] bitmap) throws IOException {
    if (bitmap.length == 0 || !release.follows(ReleaseRule.BITMAPS)) {
      return;
    }
    printer.line("# Num Bitmap Bytes:").text("$").number(bitmap.length).line("");
    printer.line("# Bitmap Byte Values:");
    for (byte bits : bitmap) {
      printer.line("0x" + Integer.toHexString(Byte.toUnsignedInt(bits)));
    }
    printer.line("");
  }

  private void printKinds(ProfileImage image, int row) throws IOException {
    FunctionTable table = image.functions();
    List<ValueKind> kinds =
        ValueKind.all().stream()
            .filter(kind -> isKnown(kind) && table.siteCount(row, kind) > 0)
            .toList();
    if (kinds.isEmpty()) {
      return;
    }
    printer.line("# Num Value Kinds:").number(kinds.size()).line("");
    for (ValueKind kind : kinds) {
      printer.line("# ValueKind = " + kind.llvmName() + ":").number(kind.number()).line("");
      printer.line("# NumValueSites:").number(table.siteCount(row, kind)).line("");
      int first = table.firstSite(row, kind);
      for (int site = first; site < first + table.siteCount(row, kind); site++) {
        printSite(kind, image, site);
      }
    }
  }

  private boolean isKnown(ValueKind kind) {
    return kind != ValueKind.VTABLE_TARGET || release.follows(ReleaseRule.VTABLES);
  }

  private void printSite(ValueKind kind, ProfileImage image, int site) throws IOException {
    ValueData data = image.counts().values();
    printer.number(data.end(site) - data.start(site)).line("");
    for (int pair = data.start(site); pair < data.end(site); pair++) {
      printValue(kind, image, data.value(pair));
      printer.text(":").number(data.count(pair)).line("");
    }
  }

  private void printValue(ValueKind kind, ProfileImage image, long value) throws IOException {
    if (!kind.namesTargets()) {
      printer.number(value);
      return;
    }
    for (NameTable names : List.of(image.functions().names(), image.vtableNames())) {
      int index = names.find(value);
      if (index != NameTable.NOT_FOUND) {
        printer.name(names.name(index));
        return;
      }
    }
    printer.text(EXTERNAL);
  }
}
