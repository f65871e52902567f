package dev.profdata.raw;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.Limit;
import dev.profdata.io.ProfileCorrelator;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileTooLargeException;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.ReadSession;
import dev.profdata.model.BinaryId;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.ValueData;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
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
  private @Nullable RawSalvage salvage;

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

  /** Returns what was kept if the file ends before the image does, after {@link #read}. */
  @Nullable RawSalvage salvage() {
    return salvage;
  }

  /** Reads the image, or as many whole records as it has before the first damaged one. */
  ProfileImage.Builder read() throws IOException {
    noteUnknownFlags();
    RawSections sections = RawSections.of(input, header, layout, options.salvages());
    checkCut(sections);
    List<BinaryId> ids = RawBinaryIds.read(sections, header);
    checkFlags();
    checkLimits();
    if (CorrelatedImage.isCorrelated(header)) {
      return readCorrelated(sections, ids);
    }
    checkNeedsNoCorrelator();
    RecognizedBuild recognized = recognize(sections);
    RawBuild build = recognized.build();
    damage = build.damage();
    noteOddities(sections, build);

    RawCounters counters =
        RawCounters.read(header, sections, build.counters(), this::arrayForCounters);
    BoundedReader bitmap = sections.section(ProfileSection.BITMAP);
    ImageCounts.Builder counts =
        ImageCounts.builder()
            .counters(counters.run, counters.length)
            .bitmap(bitmap.bytes(bitmap.remaining()));
    BitSet lost = addUniformCounters(sections, build, counters.length, counts);
    RawVTables vtables = RawVTables.read(sections, header);
    FunctionTable table;
    if (sections.cut().isPresent()) {
      table = build.firstRows(wholeRows(build), lost);
      counts.values(emptySites(sections, table));
      noteCut(sections, table);
    } else {
      counts.values(readValues(sections, recognized, vtables));
      table = build.firstRows(wholeRows(build), lost);
    }
    counters.timestamps(wholeRows(build), lost).ifPresent(counts::timestamps);
    return ProfileImage.builder(header.format(), table, counts.build())
        .variant(header.variant())
        .binaryIds(ids)
        .vtables(build.vtableNames(), vtables.inFileOrder());
  }

  /** Refuses a file that ends before the first counter. */
  private void checkCut(RawSections sections) throws ProfileException {
    boolean early =
        sections.isCut(ProfileSection.BINARY_IDS) || sections.isCut(ProfileSection.DATA);
    if (sections.cut().isPresent() && (early || CorrelatedImage.isCorrelated(header))) {
      throw RawSalvage.nothing(input, sections.cut().get());
    }
  }

  private void noteCut(RawSections sections, FunctionTable table) throws ProfileException {
    ProfileSection section = sections.cut().orElseThrow();
    if (table.size() == 0 && damage == null) {
      throw RawSalvage.nothing(input, section);
    }
    salvage = RawSalvage.of(section, sections, table);
    end = input.size();
  }

  /** The file ends before the value data. */
  private static ValueData emptySites(RawSections sections, FunctionTable table)
      throws ProfileException {
    BoundedReader names = sections.section(ProfileSection.NAMES);
    return ValueData.ofEmptySites(RawValues.checkedSites(names, table.totalSites(), table.size()));
  }

  private RecognizedBuild recognize(RawSections sections) throws IOException {
    RawBuilds.Reading reading = () -> RawBuild.read(header, layout, sections, options);
    Optional<ReadSession> session =
        options
            .session()
            .filter(ReadSession::expectsMore)
            .filter(shared -> sections.cut().isEmpty());
    return session.isPresent()
        ? session
            .get()
            .shared(RawBuilds.class, RawBuilds::new)
            .get(header, layout, sections, reading)
        : RecognizedBuild.first(reading.read());
  }

  private long[] arrayForCounters(int length) {
    return options
        .session()
        .map(session -> session.counters(length))
        .orElseGet(() -> new long[length]);
  }

  /** Returns the rows that are lost because something of them is beyond the end of the file. */
  private BitSet addUniformCounters(
      RawSections sections, RawBuild build, int length, ImageCounts.Builder counts)
      throws IOException {
    RawUniformCounters uniform =
        RawUniformCounters.read(
            header, layout, sections, build.functions(), build.counters(), length);
    keep(uniform.damage());
    uniform.addTo(counts);
    BitSet lost = uniform.lost();
    lost.or(build.lost());
    return lost;
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

  private ProfileImage.Builder readCorrelated(RawSections sections, List<BinaryId> ids)
      throws IOException {
    CorrelatedImage image = new CorrelatedImage(header, sections, options.limits());
    end = image.end();
    Optional<ProfileCorrelator> correlator = options.correlator();
    Optional<ProfileImage.Builder> joined =
        correlator.isPresent() ? image.read(input.name(), ids, correlator.get()) : Optional.empty();
    if (joined.isEmpty()) {
      boolean flagged = header.variant().has(ProfileVariant.DEBUG_CORRELATION);
      throw headerError(
          ErrorKind.MISSING_CORRELATION_INFO,
          RawHeaderField.NUM_DATA,
          "counters without function records: this is a correlated profile, its names and records"
              + (flagged ? " are in the debug information" : " are in sections")
              + " of the program that wrote it");
    }
    return joined.get();
  }

  /** LLVM refuses such a file, and so does who merges it into profiles of another build. */
  private void checkNeedsNoCorrelator() throws IOException {
    if (options.correlator().isPresent()) {
      throw headerError(
          ErrorKind.UNEXPECTED_CORRELATION_INFO,
          RawHeaderField.NUM_DATA,
          "the file has function records of its own");
    }
  }

  private void checkFlags() throws IOException {
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
    check(Limit.FUNCTIONS, RawHeaderField.NUM_DATA);
    check(Limit.COUNTERS, RawHeaderField.NUM_COUNTERS);
  }

  private void check(Limit limit, RawHeaderField field) throws ProfileTooLargeException {
    options
        .limits()
        .check(
            limit, header.word(field), input.name(), ProfileSection.HEADER, header.offsetOf(field));
  }

  private void noteOddities(RawSections sections, RawBuild build) {
    if (sections.lacksPadding()) {
      findings.accept(
          Finding.of(
              FindingKind.MISSING_PADDING,
              input.name(),
              "the padding behind the names is cut off"));
    }
    build.findings().forEach(findings);
    if (build.unnamed() > 0 && !sections.isCut(ProfileSection.NAMES)) {
      findings.accept(
          Finding.of(
              FindingKind.UNKNOWN_NAME,
              input.name(),
              "functions whose name is not in the file, only its hash: " + build.unnamed()));
    }
  }

  private void keep(@Nullable RawDamage found) {
    damage = RawDamage.first(damage, found);
  }

  private int wholeRows(RawBuild build) {
    return damage == null ? build.functions().size : damage.row();
  }

  private ValueData readValues(RawSections sections, RecognizedBuild recognized, RawVTables vtables)
      throws IOException {
    BoundedReader rest = sections.rest();
    if (kinds == 0) {
      end = rest.position();
      return ValueData.EMPTY;
    }
    noteSharedAddresses(recognized.addresses());
    RawBuild build = recognized.build();
    RawValues values =
        new RawValues(
            rest,
            build.functions(),
            kinds,
            resolvers(recognized, vtables),
            options.salvages(),
            findings);
    int rows = wholeRows(build);
    ValueData data = values.read(rows, header.encoding().magic());
    keep(values.damage());
    int withoutValues = values.rowsWithoutValues(rows);
    if (withoutValues > 0) {
      salvage = new RawSalvage(ProfileSection.VALUE_DATA, rows, 0, withoutValues);
    }
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

  private static LongUnaryOperator[] resolvers(RecognizedBuild recognized, RawVTables vtables) {
    return new LongUnaryOperator[] {
      recognized::nameHashAt, LongUnaryOperator.identity(), vtables::nameHashAt
    };
  }
}
