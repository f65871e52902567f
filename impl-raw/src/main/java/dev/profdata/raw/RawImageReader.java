package dev.profdata.raw;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileTooLargeException;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.BinaryId;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.ValueData;
import dev.profdata.model.ValueKind;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads one image of a raw profile, in the order in which LLVM checks it. */
final class RawImageReader {
  private final ProfileInput input;
  private final RawHeader header;
  private final ReadOptions options;
  private final Consumer<Finding> findings;
  private final RawDataLayout layout;
  private final int kinds;
  private long end;
  private @Nullable RawDamage damage;

  RawImageReader(
      ProfileInput input, RawHeader header, ReadOptions options, Consumer<Finding> findings) {
    this.input = input;
    this.header = header;
    this.options = options;
    this.findings = findings;
    this.layout = RawDataLayout.of(header.version(), header.encoding().pointerBytes());
    this.kinds = layout.kindsWritten(header.word(RawHeaderField.VALUE_KIND_LAST));
  }

  /** Returns the offset behind the image, after {@link #read}. */
  long end() {
    return end;
  }

  /** Returns why only the records before some record were read, after {@link #read}. */
  @Nullable ProfileException damage() {
    return damage == null ? null : damage.error();
  }

  /** Reads the image, or as many whole records as it has before the first damaged one. */
  ProfileImage.Builder read() throws IOException {
    noteUnknownFlags();
    RawSections sections = RawSections.of(input, header, layout);
    List<BinaryId> ids = RawBinaryIds.read(sections, header);
    checkCorrelation();
    checkLimits();
    RawFunctions functions = RawFunctions.read(sections, layout, kinds);
    NameTable names =
        layout.namesByHash()
            ? RawNames.readBlobs(sections, ProfileSection.NAMES, options, findings)
            : RawNames.readPointers(sections, header, functions);
    NameTable vtableNames =
        RawNames.readBlobs(sections, ProfileSection.VTABLE_NAMES, options, findings);
    RawVTables vtables = RawVTables.read(sections, header);
    noteOddities(sections, functions, names);

    RawCounters counters = RawCounters.read(header, layout, sections, functions, findings);
    keep(counters.damage());
    RawBitmaps bitmaps = RawBitmaps.read(header, layout, sections, functions);
    keep(bitmaps.damage());
    RawUniformCounters uniform =
        RawUniformCounters.read(header, layout, sections, functions, counters);
    keep(uniform.damage());
    ValueData values = readValues(sections, functions, vtables);

    ImageCounts.Builder counts =
        ImageCounts.builder().counters(counters.run).bitmap(bitmaps.run).values(values);
    if (counters.timestamps != null) {
      counts.timestamps(counters.timestamps);
    }
    uniform.addTo(counts);
    FunctionTable table = table(functions, counters, bitmaps, names);
    return ProfileImage.builder(header.format(), table, counts.build())
        .variant(header.variant())
        .binaryIds(ids)
        .vtables(vtableNames, vtables.inFileOrder());
  }

  private void noteUnknownFlags() {
    long unknown = header.variant().unknownFlags();
    if (unknown != 0) {
      findings.accept(
          Finding.at(
              FindingKind.UNKNOWN_FLAG,
              input.name(),
              header.offsetOf(RawHeaderField.VERSION),
              "kept the unknown variant flags 0x%x".formatted(unknown)));
    }
  }

  private void checkCorrelation() throws IOException {
    long data = header.word(RawHeaderField.NUM_DATA);
    boolean flagged = header.variant().has(ProfileVariant.DEBUG_CORRELATION);
    if (data == 0 && header.word(RawHeaderField.NUM_COUNTERS) != 0 || flagged) {
      throw headerError(
          ErrorKind.MISSING_CORRELATION_INFO,
          RawHeaderField.NUM_DATA,
          "counters without function records: this is a correlated profile, its names and records"
              + (flagged ? " are in the debug information" : " are in sections")
              + " of the program that wrote it");
    }
    if (header.variant().has(ProfileVariant.MEMPROF)) {
      throw headerError(
          ErrorKind.MALFORMED,
          RawHeaderField.VERSION,
          "the memprof flag is set, which no raw profile of counters has");
    }
  }

  private ProfileException headerError(ErrorKind kind, RawHeaderField field, String detail) {
    BoundedReader file = BoundedReader.of(input, header.encoding().order(), ProfileSection.HEADER);
    return file.error(kind, header.offsetOf(field), detail);
  }

  private void checkLimits() throws ProfileTooLargeException {
    long functions = header.word(RawHeaderField.NUM_DATA);
    if (functions > options.maxFunctions()) {
      throw new ProfileTooLargeException(
          input.name(),
          "function records",
          functions,
          options.maxFunctions(),
          "maxFunctions",
          ProfileSection.HEADER,
          header.offsetOf(RawHeaderField.NUM_DATA));
    }
  }

  private void noteOddities(RawSections sections, RawFunctions functions, NameTable names) {
    if (sections.lacksPadding()) {
      findings.accept(
          Finding.of(
              FindingKind.MISSING_PADDING,
              input.name(),
              "the padding behind the names is cut off"));
    }
    int unnamed = functions.unnamed(names);
    if (unnamed > 0) {
      findings.accept(
          Finding.of(
              FindingKind.UNKNOWN_NAME,
              input.name(),
              "functions whose name is not in the file, only its hash: " + unnamed));
    }
  }

  private void keep(@Nullable RawDamage found) {
    if (found != null && (damage == null || found.row() < damage.row())) {
      damage = found;
    }
  }

  private int wholeRows(RawFunctions functions) {
    return damage == null ? functions.size : damage.row();
  }

  private ValueData readValues(RawSections sections, RawFunctions functions, RawVTables vtables)
      throws IOException {
    BoundedReader rest = sections.rest();
    if (kinds == 0) {
      end = rest.position();
      return ValueData.EMPTY;
    }
    FunctionAddresses addresses = FunctionAddresses.of(functions);
    noteSharedAddresses(addresses);
    RawValues values =
        new RawValues(rest, functions, kinds, resolvers(functions, addresses, vtables), findings);
    ValueData data = values.read(wholeRows(functions), header.encoding().magic());
    keep(values.damage());
    end = rest.position();
    return data;
  }

  private void noteSharedAddresses(FunctionAddresses addresses) {
    if (addresses.shared() > 0) {
      findings.accept(
          Finding.of(
              FindingKind.SHARED_ADDRESS,
              input.name(),
              "functions that share the address of an earlier one, which call targets mean: "
                  + addresses.shared()));
    }
  }

  private static LongUnaryOperator[] resolvers(
      RawFunctions functions, FunctionAddresses addresses, RawVTables vtables) {
    LongUnaryOperator callTarget =
        address -> {
          int row = addresses.find(address);
          return row == FunctionAddresses.NOT_FOUND ? 0 : functions.nameHashes[row];
        };
    return new LongUnaryOperator[] {callTarget, LongUnaryOperator.identity(), vtables::nameHashAt};
  }

  private FunctionTable table(
      RawFunctions functions, RawCounters counters, RawBitmaps bitmaps, NameTable names) {
    int rows = wholeRows(functions);
    FunctionTable.Builder table = FunctionTable.builder().reserve(rows);
    for (int row = 0; row < rows; row++) {
      table.addRow(functions.nameHashes[row], functions.structuralHashes[row]);
      table
          .counters(counters.starts[row], counters.counts[row])
          .bitmap(bitmaps.start(row), bitmaps.size(row));
      for (int kind = 0; kind < functions.siteCounts.length; kind++) {
        table.sites(ValueKind.all().get(kind), functions.siteCounts[kind][row]);
      }
    }
    return table.build(names);
  }
}
