package dev.profdata.indexed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ProfileWriter;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.Salvage;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.TraceSet;
import dev.profdata.tck.corpus.Corpus;
import dev.profdata.tck.corpus.CorpusFile;
import dev.profdata.tck.gen.ProfileSamples;
import dev.profdata.tck.gen.ProfileTrials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of a cut-off file exactly the names are kept whose records are whole by the layout. */
class IndexedSalvageTest {
  private static final int LARGE = 4000;
  private static final ReadOptions SALVAGING = ReadOptions.DEFAULT.salvaging();

  static List<CorpusFile> files() throws IOException {
    return Corpus.indexed();
  }

  /** What a reader told. */
  private static final class Kept implements ProfileVisitor {
    private final List<Finding> findings = new ArrayList<>();
    private List<FunctionRecord> functions = List.of();
    private Optional<ProfileImage> image = Optional.empty();
    private Optional<Salvage> salvage = Optional.empty();
    private TraceSet traces = TraceSet.EMPTY;

    @Override
    public void visitFinding(Finding finding) {
      findings.add(finding);
    }

    @Override
    public void visitSalvage(Salvage told) {
      assertTrue(salvage.isEmpty());
      salvage = Optional.of(told);
    }

    @Override
    public void visitImage(ProfileImage told) {
      image = Optional.of(told);
      functions = told.records();
    }

    @Override
    public void visitTraces(TraceSet told) {
      traces = told;
    }
  }

  private static Kept read(byte[] bytes, ReadOptions options) throws IOException {
    Kept kept = new Kept();
    try (ProfileReader reader =
        new IndexedFormatProvider().open(ProfileSource.of("cut", bytes).open(), options)) {
      reader.accept(kept);
    }
    return kept;
  }

  private static byte[] written(InstrProfile profile, ProfileFormat format) throws IOException {
    var out = new ByteArrayOutputStream();
    ProfileWriter writer =
        new IndexedFormatProvider().newWriter(format, out, InMemory.ALLOWING_ALL);
    for (ProfileImage image : profile.images()) {
      writer.visitImage(image);
    }
    writer.visitTraces(profile.traces());
    writer.visitEnd();
    return out.toByteArray();
  }

  /** A file, and what its layout says of its prefixes. */
  private static final class Cuts {
    private final byte[] file;
    private final CutIndexedFile layout;
    private final Kept full;
    private final int[] functionsOfItems;

    Cuts(byte[] file) throws IOException {
      this.file = file;
      this.layout = new CutIndexedFile(file);
      this.full = read(file, ReadOptions.DEFAULT);
      this.functionsOfItems = layout.items().stream().mapToInt(this::functionsOf).toArray();
    }

    private int functionsOf(CutIndexedFile.Item item) {
      return (int)
          full.functions.stream().filter(record -> record.nameHash() == item.hash()).count();
    }

    int functionsAt(int length) {
      return IntStream.range(0, functionsOfItems.length)
          .filter(item -> layout.items().get(item).end() <= length)
          .map(item -> functionsOfItems[item])
          .sum();
    }

    void checkAll() throws IOException {
      assertEquals(full.functions.size(), functionsAt(file.length));
      for (int length = layout.shortest(); length < file.length; length++) {
        check(length);
      }
    }

    private void check(int length) throws IOException {
      byte[] cut = Arrays.copyOf(file, length);
      String where = "cut to 0x%x of 0x%x".formatted(length, file.length);
      int expected = functionsAt(length);
      boolean table = !layout.lacksTableAt(length);
      boolean whole = table && layout.lostAt(length).isEmpty();
      if (expected == 0 && !whole) {
        ProfileException refusal =
            assertThrows(ProfileException.class, () -> read(cut, SALVAGING), where);
        assertEquals(ErrorKind.TRUNCATED, refusal.kind(), where);
        assertEquals(OptionalLong.of(length), refusal.offset(), where);
        return;
      }
      Kept kept = read(cut, SALVAGING);
      assertEquals(full.functions.subList(0, expected), kept.functions, where);
      assertEquals(!whole, kept.salvage.isPresent(), where);
      if (!whole) {
        checkTold(kept, length, where);
      }
    }

    private void checkTold(Kept kept, int length, String where) {
      Salvage salvage = kept.salvage.orElseThrow();
      assertEquals(length, salvage.offset(), where);
      assertEquals(layout.sectionAt(length), salvage.section(), where);
      assertEquals(layout.lostAt(length), salvage.lost(), where);
      assertEquals(kept.functions.size(), salvage.kept(), where);
      if (layout.functionsStated() == full.functions.size()) {
        assertEquals(OptionalLong.of(full.functions.size()), salvage.functions(), where);
      }
      assertEquals(List.of(salvage.finding()), kept.findings, where);
      assertEquals(FindingKind.SALVAGED, kept.findings.get(0).kind(), where);
      ProfileImage image = kept.image.orElseThrow();
      ProfileImage before = full.image.orElseThrow();
      if (!salvage.lost().contains(ProfileSection.BINARY_IDS)) {
        assertEquals(before.binaryIds(), image.binaryIds(), where);
      }
      if (!salvage.lost().contains(ProfileSection.VTABLE_NAMES)) {
        assertEquals(before.vtableNames(), image.vtableNames(), where);
      }
      if (!salvage.lost().contains(ProfileSection.TRACES)) {
        assertEquals(full.traces, kept.traces, where);
      }
    }

    void checkUnfinished(boolean withSummary) throws IOException {
      byte[] unfinished = layout.unfinished(withSummary);
      for (int length = layout.payloadStart(); length <= file.length; length++) {
        byte[] cut = Arrays.copyOf(unfinished, length);
        String where = "unfinished, cut to 0x%x of 0x%x".formatted(length, file.length);
        int expected = functionsAt(length);
        if (expected == 0) {
          ProfileException refusal =
              assertThrows(ProfileException.class, () -> read(cut, SALVAGING), where);
          assertEquals(ErrorKind.TRUNCATED, refusal.kind(), where);
        } else {
          Kept kept = read(cut, SALVAGING);
          assertEquals(full.functions.subList(0, expected), kept.functions, where);
          assertEquals(length, kept.salvage.orElseThrow().offset(), where);
        }
        assertThrows(ProfileException.class, () -> read(cut, ReadOptions.DEFAULT), where);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyPrefixOfARealFileKeepsWhatIsWholeInIt(CorpusFile file) throws IOException {
    new Cuts(file.bytes()).checkAll();
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileWithoutOffsetsIsReadFromTheEndOfItsSummary(CorpusFile file) throws IOException {
    Cuts cuts = new Cuts(file.bytes());
    cuts.checkUnfinished(true);
    cuts.checkUnfinished(false);
  }

  @Test
  void everyPrefixOfAGeneratedFileKeepsWhatIsWholeInIt() throws IOException {
    IndexedFormatProvider provider = new IndexedFormatProvider();
    for (ProfileFormat format : provider.formats()) {
      List<InstrProfile> profiles = new ArrayList<>();
      ProfileSamples.heldBy(format).forEach(sample -> profiles.add(sample.profile()));
      profiles.addAll(ProfileTrials.of(format).samples(7).limit(6).toList());
      for (InstrProfile profile : profiles) {
        byte[] bytes = written(profile, format);
        if (bytes.length < LARGE) {
          Cuts cuts = new Cuts(bytes);
          cuts.checkAll();
          cuts.checkUnfinished(false);
        }
      }
    }
  }

  @Test
  void manyBucketsAreWalked() throws IOException {
    ProfileFormat format = ProfileFormat.indexed(12);
    ImageBuilder image = new ImageBuilder(format);
    for (int i = 0; i < 3000; i++) {
      image.function(ProfileName.of("function" + i), i).counters(i, 1, 2);
    }
    byte[] file = written(InstrProfile.of(image.finish().build()), format);
    CutIndexedFile layout = new CutIndexedFile(file);
    Kept full = read(file, ReadOptions.DEFAULT);
    for (int i = 1; i < layout.items().size(); i += 97) {
      int end = layout.items().get(i).end();
      for (int length : new int[] {end - 1, end, end + 1}) {
        int whole = length < end ? i : i + 1;
        Kept kept = read(Arrays.copyOf(file, length), SALVAGING);
        assertEquals(full.functions.subList(0, whole), kept.functions);
        assertEquals(OptionalLong.of(3000), kept.salvage.orElseThrow().functions());
      }
    }
  }

  @Test
  void namesOfACutOffFileAreFoundWithoutItsTable() throws IOException {
    byte[] file = Corpus.file("indexed/v12-llvm21-ir.profdata").bytes();
    CutIndexedFile layout = new CutIndexedFile(file);
    Kept full = read(file, ReadOptions.DEFAULT);
    byte[] cut = Arrays.copyOf(file, layout.items().get(0).end());
    try (ProfileReader reader =
        new IndexedFormatProvider().open(ProfileSource.of("cut", cut).open(), SALVAGING)) {
      ProfileName first = full.functions.get(0).name();
      assertEquals(List.of(full.functions.get(0)), reader.lookup(first));
      ProfileName last = full.functions.get(full.functions.size() - 1).name();
      assertEquals(List.of(), reader.lookup(last));
    }
  }

  @Test
  void theFindingSaysWhatIsLost() throws IOException {
    byte[] file = Corpus.file("indexed/v12-llvm21-time.profdata").bytes();
    CutIndexedFile layout = new CutIndexedFile(file);
    int end = layout.items().get(0).end();
    assertEquals(
        "cut: file ends at 0x%x in the records: kept 1 of %d functions; lost: binary ids, vtable"
                .formatted(end, layout.functionsStated())
            + " names, traces (at 0x%x)".formatted(end),
        read(Arrays.copyOf(file, end), SALVAGING).findings.get(0).toString());
    byte[] unfinished = Arrays.copyOf(layout.unfinished(false), end);
    assertEquals(
        "cut: file was never finished: it ends at 0x%x in the records: kept 1 function; lost:"
                .formatted(end)
            + " binary ids, vtable names, traces (at 0x%x)".formatted(end),
        read(unfinished, SALVAGING).findings.get(0).toString());
  }

  @Test
  void aContradictionStaysAnError() throws IOException {
    byte[] file = Corpus.file("indexed/v12-llvm21-ir.profdata").bytes();
    CutIndexedFile layout = new CutIndexedFile(file);
    int second = layout.items().get(0).end();
    int last = layout.items().get(layout.items().size() - 1).end();
    byte[] cut = Arrays.copyOf(file, last);
    IntStream.range(second, second + 8).forEach(at -> cut[at] ^= 1);
    Kept kept = new Kept();
    try (ProfileReader reader =
        new IndexedFormatProvider().open(ProfileSource.of("cut", cut).open(), SALVAGING)) {
      ProfileException refusal = assertThrows(ProfileException.class, () -> reader.accept(kept));
      assertEquals(ErrorKind.MALFORMED, refusal.kind());
    }
    assertEquals(1, kept.functions.size());
  }

  @Test
  void aWholeFileIsReadAsWithoutTheOption() throws IOException {
    for (CorpusFile file : files()) {
      Kept with = read(file.bytes(), SALVAGING);
      Kept without = read(file.bytes(), ReadOptions.DEFAULT);
      assertEquals(without.findings, with.findings);
      assertEquals(without.functions, with.functions);
      assertEquals(without.traces, with.traces);
      assertTrue(with.salvage.isEmpty());
    }
  }
}
