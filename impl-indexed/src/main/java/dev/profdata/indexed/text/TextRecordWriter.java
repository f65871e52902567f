package dev.profdata.indexed.text;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ValueData;
import dev.profdata.model.ValueKind;
import java.io.IOException;

/** Writes the lines of one record after the other. */
final class TextRecordWriter {
  /** What LLVM writes for a target that the profile does not name. */
  static final String EXTERNAL_SYMBOL = "** External Symbol **";

  private final TextSink sink;
  private final ProfileImage image;
  private final FunctionTable table;
  private final NameTable targets;
  private final boolean bitmaps;
  private final int kinds;

  TextRecordWriter(TextSink sink, ProfileImage image, LlvmRelease release, NameTable targets) {
    this.sink = sink;
    this.image = image;
    this.table = image.functions();
    this.targets = targets;
    this.bitmaps = release.follows(ReleaseRule.BITMAPS);
    this.kinds =
        release.follows(ReleaseRule.VTABLES)
            ? ValueKind.all().size()
            : ValueKind.VTABLE_TARGET.number();
  }

  /** Writes a row that has a name. */
  void write(int row) throws IOException {
    sink.name(table.names(), table.nameIndex(row));
    sink.newLine();
    sink.line("# Func Hash:").number(table.structuralHash(row)).newLine();
    writeCounters(row);
    if (bitmaps && table.bitmapSize(row) > 0) {
      writeBitmap(row);
    }
    if (kindsWithSites(row) > 0) {
      writeValues(row);
    }
    sink.newLine();
  }

  private void writeCounters(int row) throws IOException {
    ImageCounts counts = image.counts();
    int start = table.counterStart(row);
    int count = table.counterCount(row);
    sink.line("# Num Counters:").number(count).newLine().line("# Counter Values:");
    for (int i = start; i < start + count; i++) {
      sink.number(counts.counter(i)).newLine();
    }
  }

  private void writeBitmap(int row) throws IOException {
    int start = table.bitmapStart(row);
    int bytes = table.bitmapSize(row);
    sink.line("# Num Bitmap Bytes:").text("$").number(bytes).newLine();
    sink.line("# Bitmap Byte Values:");
    for (int i = start; i < start + bytes; i++) {
      sink.line("0x" + Integer.toHexString(image.counts().bitmapByte(i) & 0xFF));
    }
    sink.newLine();
  }

  private int kindsWithSites(int row) {
    int count = 0;
    for (int kind = 0; kind < kinds; kind++) {
      count += table.siteCount(row, ValueKind.all().get(kind)) > 0 ? 1 : 0;
    }
    return count;
  }

  private void writeValues(int row) throws IOException {
    sink.line("# Num Value Kinds:").number(kindsWithSites(row)).newLine();
    for (int number = 0; number < kinds; number++) {
      ValueKind kind = ValueKind.all().get(number);
      int sites = table.siteCount(row, kind);
      if (sites > 0) {
        sink.text("# ValueKind = ").text(kind.llvmName()).line(":").number(number).newLine();
        sink.line("# NumValueSites:").number(sites).newLine();
        int first = table.firstSite(row, kind);
        for (int site = first; site < first + sites; site++) {
          writeSite(kind, site);
        }
      }
    }
  }

  private void writeSite(ValueKind kind, int site) throws IOException {
    ValueData values = image.counts().values();
    sink.number(values.end(site) - values.start(site)).newLine();
    for (int pair = values.start(site); pair < values.end(site); pair++) {
      if (kind.namesTargets()) {
        writeTarget(values.value(pair));
      } else {
        sink.number(values.value(pair));
      }
      sink.text(":").number(values.count(pair)).newLine();
    }
  }

  private void writeTarget(long hash) throws IOException {
    if (targets.find(hash) == NameTable.NOT_FOUND) {
      sink.text(EXTERNAL_SYMBOL);
    } else {
      writeName(hash);
    }
  }

  /** Writes the name with a hash, nothing if it is not known. */
  void writeName(long hash) throws IOException {
    int name = targets.find(hash);
    if (name != NameTable.NOT_FOUND) {
      sink.name(targets, name);
    }
  }
}
