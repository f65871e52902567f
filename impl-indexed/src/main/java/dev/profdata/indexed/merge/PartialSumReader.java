package dev.profdata.indexed.merge;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.internal.bytes.Budget;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Limit;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileSection;
import dev.profdata.model.BinaryId;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.MemoryProfile;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TemporalTrace;
import dev.profdata.model.TraceSet;
import dev.profdata.model.ValueKind;
import dev.profdata.spi.PartialSum;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Reads what {@link PartialSumWriter} wrote.
 *
 * <p>Every element takes at least a byte, so no count is believed that the rest of the file cannot
 * hold.
 */
public final class PartialSumReader {
  private static final int PIECE = 1 << 20;

  /** The bits of a version word that are no number. */
  private static final long FLAG_BITS = 0xFFFF_FFFF_0000_0000L;

  private final BoundedReader in;
  private final Limits limits;
  private final Budget budget;

  private PartialSumReader(BoundedReader in, Limits limits) {
    this.limits = limits;
    this.budget = new Budget(in.source(), limits);
    this.in = in;
  }

  /**
   * Reads a sum.
   *
   * @return empty if the input is something else
   * @throws dev.profdata.io.ProfileException if it is damaged or of an unknown version
   * @throws IOException if it cannot be read
   */
  public static Optional<PartialSum> read(ProfileInput input, Limits limits) throws IOException {
    BoundedReader file =
        BoundedReader.of(input, ByteOrder.LITTLE_ENDIAN, ProfileSection.PARTIAL_SUM);
    if (!file.skipIfEqual(PartialSumLayout.magic())) {
      return Optional.empty();
    }
    long body = input.size() - PartialSumLayout.CHECKSUM_BYTES;
    if (body < file.position()) {
      throw file.error(ErrorKind.TRUNCATED, input.size(), "the partial sum ends in its header");
    }
    refuseDamage(file, input, body);
    BoundedReader in =
        file.section(ProfileSection.PARTIAL_SUM, file.position(), body - file.position());
    return Optional.of(new PartialSumReader(in, limits).readAll());
  }

  private static void refuseDamage(BoundedReader file, ProfileInput input, long body)
      throws IOException {
    CRC32 checksum = new CRC32();
    for (long at = 0; at < body; at += PIECE) {
      ByteBuffer piece = input.slice(at, (int) Math.min(PIECE, body - at));
      checksum.update(piece);
    }
    BoundedReader end =
        file.section(ProfileSection.PARTIAL_SUM, body, PartialSumLayout.CHECKSUM_BYTES);
    long expected = end.u32();
    if (checksum.getValue() != expected) {
      throw file.error(
          ErrorKind.MALFORMED,
          body,
          "the partial sum is damaged or cut off: its checksum is 0x%x, expected 0x%x"
              .formatted(checksum.getValue(), expected));
    }
  }

  private SavedSum readAll() throws IOException {
    refuseOtherVersions();
    LlvmRelease release = readRelease();
    int flags = in.u8();
    ProfileVariant kinds = readKinds(flags);
    int images = count();
    SavedSum.Note note = new SavedSum.Note(readBlock());
    List<SavedRecords> records = readLayers();
    List<BinaryId> ids = readIds();
    NameTable vtableNames = readNames();
    byte[] section = readBlock();
    SavedSum sum =
        new SavedSum(
            release,
            PartialSumLayout.imitates(flags),
            KindMerger.restored(
                release,
                PartialSumLayout.imitates(flags),
                kinds,
                PartialSumLayout.hasInput(flags),
                PartialSumLayout.hasFrontEnd(flags)),
            records,
            ids,
            vtableNames,
            MemoryProfile.of(section, 0),
            images,
            readTraces(),
            note);
    if (in.remaining() > 0) {
      throw in.error(
          ErrorKind.MALFORMED, in.position(), in.remaining() + " bytes too many in a partial sum");
    }
    return sum;
  }

  private void refuseOtherVersions() throws IOException {
    long at = in.position();
    long version = in.uleb128();
    if (version != PartialSumLayout.VERSION) {
      throw in.error(
          ErrorKind.UNSUPPORTED_VERSION,
          at,
          "partial sum of version %s, this library reads version %d: merge again with one release"
                  .formatted(Long.toUnsignedString(version), PartialSumLayout.VERSION)
              + " of it");
    }
  }

  private LlvmRelease readRelease() throws IOException {
    long at = in.position();
    long major = in.uleb128();
    return LlvmRelease.targets().stream()
        .filter(release -> release.major() == major)
        .findFirst()
        .orElseThrow(
            () ->
                in.error(
                    ErrorKind.MALFORMED,
                    at,
                    "no LLVM release has the number " + Long.toUnsignedString(major)));
  }

  private ProfileVariant readKinds(int flags) throws IOException {
    long at = in.position();
    long bits = in.u64();
    if ((bits & ~FLAG_BITS) != 0) {
      throw in.error(ErrorKind.MALFORMED, at, "0x%x is no set of variant flags".formatted(bits));
    }
    return new ProfileVariant(bits, PartialSumLayout.isFrontEnd(flags));
  }

  /** Reads how many elements follow, of at least a byte each. */
  private int count() throws IOException {
    long at = in.position();
    long count = in.uleb128();
    if (count < 0 || count > Math.min(in.remaining(), Integer.MAX_VALUE)) {
      throw in.error(
          ErrorKind.MALFORMED,
          at,
          "%s elements are announced, %d bytes are left"
              .formatted(Long.toUnsignedString(count), in.remaining()));
    }
    return (int) count;
  }

  private byte[] readBlock() throws IOException {
    return in.bytes(count());
  }

  private NameTable readNames() throws IOException {
    NameTable.Builder names = NameTable.builder();
    Budget ofTable = new Budget(in.source(), limits);
    for (int left = count(); left > 0; left--) {
      long at = in.position();
      int length = count();
      ofTable.take(Limit.NAME_BYTES, length, in, at);
      byte[] name = in.bytes(length);
      names.add(name, 0, name.length);
    }
    return names.build();
  }

  private List<SavedRecords> readLayers() throws IOException {
    List<SavedRecords> layers = new ArrayList<>();
    long at = in.position();
    for (int left = count(); left > 0; left--) {
      BitSet leftOut = new BitSet();
      FunctionTable table = readFunctions(readNames(), leftOut);
      ImageCounts counts = readCounts(table);
      ProfileImage image = ProfileImage.builder(ProfileFormat.text(), table, counts).build();
      UniformitySums uniformity = readUniformity(table);
      layers.add(new SavedRecords(image, readSites(table.totalSites()), uniformity, leftOut));
    }
    if (layers.isEmpty()) {
      throw in.error(ErrorKind.MALFORMED, at, "a partial sum without records");
    }
    return layers;
  }

  private FunctionTable readFunctions(NameTable names, BitSet leftOut) throws IOException {
    FunctionTable.Builder table = FunctionTable.builder();
    int counters = 0;
    int bitmap = 0;
    long sites = 0;
    int size = count();
    Budget ofImage = new Budget(in.source(), limits);
    ofImage.take(Limit.FUNCTIONS, size, in, in.position());
    for (int row = 0; row < size; row++) {
      long at = in.position();
      leftOut.set(row, in.u8() != 0);
      table.addRow(in.u64(), in.u64());
      int count = count();
      int bytes = count();
      ofImage.take(Limit.COUNTERS, count, in, at);
      table.counters(counters, count).bitmap(bitmap, bytes);
      for (ValueKind kind : ValueKind.all()) {
        int ofKind = count();
        ofImage.take(Limit.VALUE_SITES, ofKind, in, at);
        sites += ofKind;
        table.sites(kind, ofKind);
      }
      counters = added(counters, count);
      bitmap = added(bitmap, bytes);
      if (sites > in.remaining()) {
        throw in.error(ErrorKind.MALFORMED, in.position(), "more value sites than bytes are left");
      }
    }
    return table.build(names);
  }

  /** Adds up counts of elements that are all still to come. */
  private int added(int sum, int count) throws IOException {
    if ((long) sum + count > Math.min(in.remaining(), Integer.MAX_VALUE)) {
      throw in.error(
          ErrorKind.MALFORMED,
          in.position(),
          "functions announce %d elements, %d bytes are left"
              .formatted((long) sum + count, in.remaining()));
    }
    return sum + count;
  }

  private ImageCounts readCounts(FunctionTable table) throws IOException {
    long[] counters = new long[(int) table.totalCounters()];
    byte[] bitmap = new byte[(int) table.totalBitmapBytes()];
    for (int row = 0; row < table.size(); row++) {
      int first = table.counterStart(row);
      for (int i = first; i < first + table.counterCount(row); i++) {
        counters[i] = in.uleb128();
      }
      in.bytes(bitmap, table.bitmapStart(row), table.bitmapSize(row));
    }
    return ImageCounts.builder().counters(counters).bitmap(bitmap).build();
  }

  private UniformitySums readUniformity(FunctionTable table) throws IOException {
    UniformitySums sums = new UniformitySums();
    for (int left = count(); left > 0; left--) {
      long at = in.position();
      long row = in.uleb128();
      long[] uniform = readLongs();
      long[] plain = readLongs();
      byte[] bits = readBlock();
      if (row < 0 || row >= table.size() || uniform.length != plain.length) {
        throw in.error(ErrorKind.MALFORMED, at, "uniform counters of no function");
      }
      sums.restore((int) row, UniformitySums.Entry.of(uniform, plain, bits));
    }
    return sums;
  }

  private long[] readLongs() throws IOException {
    long[] numbers = new long[count()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.uleb128();
    }
    return numbers;
  }

  private UncutSites readSites(int count) throws IOException {
    UncutSites sites = new UncutSites();
    for (int site = 0; site < count; site++) {
      boolean merged = in.u8() != 0;
      long[] rows = new long[Math.multiplyExact(rowCount(), SiteRows.WIDTH)];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = in.uleb128();
      }
      sites.append(rows, merged);
    }
    return sites;
  }

  private int rowCount() throws IOException {
    int rows = count();
    if ((long) rows * SiteRows.WIDTH > in.remaining()) {
      throw in.error(
          ErrorKind.MALFORMED,
          in.position(),
          rows + " values are announced, the file is too short");
    }
    return rows;
  }

  private List<BinaryId> readIds() throws IOException {
    List<BinaryId> ids = new ArrayList<>();
    for (int left = count(); left > 0; left--) {
      long at = in.position();
      byte[] id = readBlock();
      if (id.length == 0) {
        throw in.error(ErrorKind.MALFORMED, at, "a binary id without a byte");
      }
      ids.add(BinaryId.of(id));
    }
    return ids;
  }

  private List<TraceLog.Entry> readTraces() throws IOException {
    List<TraceLog.Entry> entries = new ArrayList<>();
    for (int left = count(); left > 0; left--) {
      boolean raw = in.u8() != 0;
      long streamSize = in.uleb128();
      List<TemporalTrace> traces = new ArrayList<>();
      for (int more = count(); more > 0; more--) {
        budget.take(Limit.TRACES, 1, in, in.position());
        traces.add(readTrace());
      }
      entries.add(new TraceLog.Entry(new TraceSet(traces, streamSize), raw));
    }
    return entries;
  }

  private TemporalTrace readTrace() throws IOException {
    long weight = in.uleb128();
    long at = in.position();
    int functions = count();
    if ((long) functions * Long.BYTES > in.remaining()) {
      throw in.error(ErrorKind.TRUNCATED, at, "a trace is cut off");
    }
    long[] hashes = new long[functions];
    in.longs(hashes, 0, functions);
    return TemporalTrace.of(weight, hashes);
  }
}
