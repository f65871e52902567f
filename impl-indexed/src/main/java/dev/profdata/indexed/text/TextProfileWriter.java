package dev.profdata.indexed.text;

import dev.profdata.format.ProfileFormat;
import dev.profdata.format.ReleaseRule;
import dev.profdata.indexed.order.IntSort;
import dev.profdata.indexed.order.NameGroups;
import dev.profdata.indexed.write.MergedProfileWriter;
import dev.profdata.indexed.write.NameSelection;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TemporalTrace;
import dev.profdata.model.TraceSet;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Writes a merged profile as text, records sorted by name and structural hash. */
public final class TextProfileWriter extends MergedProfileWriter {
  private final TextSink sink;

  /** Writes to a stream, which stays open. */
  public TextProfileWriter(ProfileFormat format, OutputStream out, WriteOptions options) {
    super(format, options);
    this.sink = new TextSink(out);
  }

  @Override
  protected void write(ProfileImage image, TraceSet traces) throws IOException {
    int[] rows = writtenRows(image);
    TextRecordWriter records = new TextRecordWriter(sink, image, release(), namesOf(image, rows));
    writeHeader(lossCheck().knownFlags(image.variant()), traces, records);
    for (int row : rows) {
      records.write(row);
    }
    sink.flush();
  }

  /** A record without a name would be a text that nobody can read; its loss is reported. */
  private int[] writtenRows(ProfileImage merged) {
    NameGroups groups = NameGroups.of(merged.functions(), release());
    NameSelection selection = new NameSelection(merged, groups, release(), options());
    int[] rows = new int[merged.size()];
    int size = 0;
    for (int group = 0; group < groups.size(); group++) {
      if (selection.includes(group)) {
        for (int i = 0; i < groups.rows(group); i++) {
          if (merged.functions().hasName(groups.row(group, i))) {
            rows[size++] = groups.row(group, i);
          }
        }
      }
    }
    int[] written = Arrays.copyOf(rows, size);
    IntSort.sort(written, (a, b) -> compare(merged.functions(), a, b));
    return written;
  }

  private static int compare(FunctionTable table, int a, int b) {
    int byName = table.names().compare(table.nameIndex(a), table.names(), table.nameIndex(b));
    return byName != 0
        ? byName
        : Long.compareUnsigned(table.structuralHash(a), table.structuralHash(b));
  }

  /** Returns the names that values may be printed as: those of written functions and vtables. */
  private NameTable namesOf(ProfileImage merged, int[] rows) {
    NameTable.Builder names = NameTable.builder();
    for (int row : rows) {
      names.add(merged.functions().names(), merged.functions().nameIndex(row));
    }
    NameTable vtables = options().keepsVTableNames() ? merged.vtableNames() : NameTable.EMPTY;
    for (int name = 0; name < vtables.size(); name++) {
      names.add(vtables, name);
    }
    return names.build();
  }

  private void writeHeader(ProfileVariant variant, TraceSet traces, TextRecordWriter records)
      throws IOException {
    if (variant.has(ProfileVariant.CONTEXT_SENSITIVE)) {
      sink.line("# CSIR level Instrumentation Flag").line(":csir");
    } else if (variant.isIrLevel()) {
      sink.line("# IR level Instrumentation Flag").line(":ir");
    }
    if (variant.has(ProfileVariant.ENTRY_FIRST)) {
      sink.line("# Always instrument the function entry block").line(":entry_first");
    }
    if (variant.has(ProfileVariant.LOOP_ENTRIES)) {
      sink.line("# Always instrument the loop entry blocks").line(":instrument_loop_entries");
    }
    if (variant.has(ProfileVariant.BYTE_COVERAGE)) {
      sink.line("# Instrument block coverage").line(":single_byte_coverage");
    }
    if (variant.has(ProfileVariant.TEMPORAL) && release().follows(ReleaseRule.TEMPORAL_TRACES)) {
      writeTraces(traces, records);
    }
  }

  private void writeTraces(TraceSet traces, TextRecordWriter records) throws IOException {
    sink.line(":temporal_prof_traces");
    sink.line("# Num Temporal Profile Traces:").number(traces.traces().size()).newLine();
    sink.line("# Temporal Profile Trace Stream Size:").number(traces.streamSize()).newLine();
    for (TemporalTrace trace : traces.traces()) {
      sink.line("# Weight:").number(trace.weight()).newLine();
      for (int i = 0; i < trace.size(); i++) {
        records.writeName(trace.nameHash(i));
        sink.text(",");
      }
      sink.newLine();
    }
    sink.newLine();
  }
}
