package dev.profdata.raw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.ReadSession;
import dev.profdata.io.Salvage;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ValueKind;
import dev.profdata.tck.corpus.Corpus;
import dev.profdata.tck.corpus.CorpusFile;
import dev.profdata.tck.corpus.KernelSample;
import dev.profdata.tck.gen.ProfileSamples;
import dev.profdata.tck.gen.ProfileTrials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of a cut-off file exactly the records are kept that are whole by the layout. */
class SalvageTest {
  private static final int LARGE = 2000;

  static List<CorpusFile> files() throws IOException {
    return Corpus.raw().stream().filter(file -> !file.isCorrelated()).toList();
  }

  static List<KernelSample> kernels() throws IOException {
    return KernelSample.all();
  }

  /** What a reader told. */
  private static final class Kept implements ProfileVisitor {
    private final List<ProfileImage> images = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Optional<Salvage> salvage = Optional.empty();

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
    public void visitImage(ProfileImage image) {
      images.add(image);
    }

    boolean has(FindingKind kind) {
      return findings.stream().anyMatch(finding -> finding.kind() == kind);
    }

    int functions() {
      return images.stream().mapToInt(ProfileImage::size).sum();
    }
  }

  private static Kept read(byte[] bytes, ReadOptions options) throws IOException {
    Kept kept = new Kept();
    try (ProfileReader reader =
        RawProfileReader.open(ProfileSource.of("cut", bytes).open(), options)) {
      reader.accept(kept);
    }
    return kept;
  }

  private static Kept salvage(byte[] bytes) throws IOException {
    return read(bytes, ReadOptions.DEFAULT.salvaging());
  }

  private static List<CutImage> images(byte[] file) throws IOException {
    List<CutImage> images = new ArrayList<>();
    int start = 0;
    while (start < file.length) {
      CutImage image = new CutImage(file, start);
      images.add(image);
      start = image.next();
    }
    return images;
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyPrefixOfARealFileKeepsWhatIsWholeInIt(CorpusFile file) throws IOException {
    byte[] bytes = file.bytes();
    new Cuts(bytes).checkAll(everyLength(bytes));
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void aKernelCutAtEverySectionKeepsWhatIsWholeInIt(KernelSample sample) throws IOException {
    byte[] bytes = sample.unpack();
    Set<Integer> lengths = new TreeSet<>();
    for (CutImage image : images(bytes)) {
      lengths.addAll(image.places());
    }
    lengths.removeIf(length -> length < 8);
    new Cuts(bytes).checkAll(lengths);
  }

  @Test
  void everyPrefixOfAGeneratedFileKeepsWhatIsWholeInIt() throws IOException {
    RawFormatProvider provider = new RawFormatProvider();
    for (ProfileFormat format : provider.formats()) {
      List<InstrProfile> profiles = new ArrayList<>();
      ProfileSamples.heldBy(format).forEach(sample -> profiles.add(sample.profile()));
      profiles.addAll(ProfileTrials.of(format).samples(7).limit(12).toList());
      for (InstrProfile profile : profiles) {
        if (profile.functionCount() > 0) {
          WriteOptions options = WriteOptions.DEFAULT.allowingAllLosses();
          byte[] bytes = SampleFiles.write(profile.images(), format, options);
          if (bytes.length < LARGE) {
            new Cuts(bytes).checkAll(everyLength(bytes));
          }
        }
      }
    }
  }

  @Test
  void aCutOffFileOfCountersOnlyIsRefused() throws IOException {
    for (CorpusFile file : Corpus.raw()) {
      byte[] bytes = file.bytes();
      for (int length = 8; file.isCorrelated() && length < bytes.length; length++) {
        byte[] cut = Arrays.copyOf(bytes, length);
        assertThrows(ProfileException.class, () -> salvage(cut));
      }
    }
  }

  private static Set<Integer> everyLength(byte[] bytes) {
    Set<Integer> lengths = new TreeSet<>();
    for (int length = Long.BYTES; length < bytes.length; length++) {
      lengths.add(length);
    }
    return lengths;
  }

  @Test
  void everyPrefixOfSeveralImagesKeepsTheWholeOnesBeforeTheCut() throws IOException {
    for (List<String> places :
        List.of(
            List.of("raw/v1-clang3.5-fe.profraw", "raw/v2-rule-64l.profraw"),
            List.of("raw/v8-clang16-ir.profraw", "raw/v8-clang16-plain.profraw"),
            List.of("raw/v8-clang16-livevalues.profraw", "raw/v8-clang16-ir.profraw"),
            List.of("raw/v9-clang18-mcdc.profraw", "raw/v10-clang22-vtables.profraw"),
            List.of(
                "raw/v11-clang23-plain.profraw",
                "raw/v7-clang13-m32.profraw",
                "raw/v8-clang16-s390x-ir.profraw"))) {
      var joined = new ByteArrayOutputStream();
      for (String place : places) {
        joined.writeBytes(Corpus.file(place).bytes());
      }
      byte[] bytes = joined.toByteArray();
      new Cuts(bytes).checkAll(everyLength(bytes));
    }
  }

  /** A file, and what its layout says of its prefixes. */
  private static final class Cuts {
    private final byte[] file;
    private final Kept full;
    private final List<CutImage> images;

    Cuts(byte[] file) throws IOException {
      this.file = file;
      this.full = read(file, ReadOptions.DEFAULT);
      this.images = images(file);
      assertEquals(full.images.size(), images.size());
      for (int i = 0; i < images.size(); i++) {
        assertEquals(full.images.get(i).size(), images.get(i).rows());
      }
    }

    void checkAll(Set<Integer> lengths) throws IOException {
      int before = 0;
      for (int length : lengths) {
        int kept = check(length);
        assertTrue(kept >= before, "fewer functions at " + length);
        before = kept;
      }
    }

    private int check(int length) throws IOException {
      byte[] cut = Arrays.copyOf(file, length);
      String where =
          "cut to 0x%x of %s"
              .formatted(length, HexFormat.of().formatHex(file, 0, Math.min(LARGE, file.length)));
      int expected = 0;
      for (int i = 0; i < images.size(); i++) {
        expected += keptRows(i, length).size();
      }
      boolean anyImageWhole = images.get(0).isWholeAt(length);
      if (expected == 0 && !anyImageWhole) {
        ProfileException refusal = assertThrows(ProfileException.class, () -> salvage(cut), where);
        assertEquals(ErrorKind.TRUNCATED, refusal.kind(), where);
        assertEquals(OptionalLong.of(length), refusal.offset(), where);
        return 0;
      }
      Kept kept = salvage(cut);
      assertEquals(expected, kept.functions(), where);
      compare(kept, length, where);
      checkTold(kept, length, where);
      return expected;
    }

    private List<Integer> keptRows(int image, int length) {
      List<Integer> rows = new ArrayList<>();
      for (int row = 0; row < images.get(image).rows(); row++) {
        if (images.get(image).keeps(row, length)) {
          rows.add(row);
        }
      }
      return rows;
    }

    private void compare(Kept kept, int length, String where) throws IOException {
      for (int i = 0; i < kept.images.size(); i++) {
        CutImage layout = images.get(i);
        List<Integer> rows = keptRows(i, length);
        Set<Long> names = layout.namesAt(length);
        ProfileImage image = kept.images.get(i);
        assertEquals(rows.size(), image.size(), where);
        for (int row = 0; row < rows.size(); row++) {
          int fullRow = rows.get(row);
          FunctionRecord before = full.images.get(i).function(fullRow);
          compare(before, image.function(row), where);
          compareTwins(full.images.get(i), fullRow, image, row, where);
          boolean named =
              full.images.get(i).functions().hasName(fullRow)
                  && (full.images.get(i).format().version() <= 2
                      || names.contains(before.nameHash()));
          assertEquals(named, image.functions().hasName(row), where);
          assertEquals(
              full.images.get(i).counts().timestamp(fullRow), image.counts().timestamp(row), where);
          if (layout.hasValues(fullRow, length)) {
            assertEquals(before, image.function(row), where);
          } else {
            assertNoValues(image.function(row), where);
          }
        }
      }
    }

    private static void compare(FunctionRecord before, FunctionRecord after, String where) {
      assertEquals(before.nameHash(), after.nameHash(), where);
      assertEquals(before.structuralHash(), after.structuralHash(), where);
      assertArrayEquals(before.counters(), after.counters(), where);
      assertArrayEquals(before.bitmap(), after.bitmap(), where);
      for (ValueKind kind : ValueKind.all()) {
        assertEquals(before.valueSites(kind).size(), after.valueSites(kind).size(), where);
      }
    }

    private static void compareTwins(
        ProfileImage before, int beforeRow, ProfileImage after, int row, String where) {
      assertEquals(before.counts().hasUniformCounters(), after.counts().hasUniformCounters());
      int shift = before.functions().counterStart(beforeRow) - after.functions().counterStart(row);
      for (int i = 0; i < after.functions().counterCount(row); i++) {
        int at = after.functions().counterStart(row) + i;
        assertEquals(
            before.counts().uniformCounter(at + shift), after.counts().uniformCounter(at), where);
      }
    }

    private static void assertNoValues(FunctionRecord function, String where) {
      for (ValueKind kind : ValueKind.all()) {
        assertTrue(
            function.valueSites(kind).stream().allMatch(site -> site.values().isEmpty()), where);
      }
    }

    private void checkTold(Kept kept, int length, String where) throws IOException {
      int last = kept.images.size() - 1;
      CutImage layout = images.get(last);
      int withoutValues = 0;
      int unnamed = 0;
      if (!layout.isWholeAt(length)) {
        Set<Long> names = layout.namesAt(length);
        for (int row : keptRows(last, length)) {
          FunctionRecord function = full.images.get(last).function(row);
          withoutValues += layout.hasSites(row) && !layout.hasValues(row, length) ? 1 : 0;
          boolean isUnnamed = layout.isInNames(length) && !names.contains(function.nameHash());
          unnamed += isUnnamed ? 1 : 0;
        }
      }
      boolean whole =
          layout.isWholeAt(length) || layout.hasSectionsAt(length) && layout.lacksValuesAt(length);
      boolean more = last + 1 < images.size() && layout.next() < length;
      assertEquals(!whole || more, kept.salvage.isPresent(), where);
      assertEquals(kept.salvage.isPresent(), kept.has(FindingKind.SALVAGED), where);
      if (kept.salvage.isPresent()) {
        Salvage salvage = kept.salvage.get();
        assertEquals(length, salvage.offset(), where);
        assertEquals(kept.functions(), salvage.kept(), where);
        assertEquals(more ? 0 : withoutValues, salvage.withoutValues(), where);
        assertTrue(
            full.images.get(last).format().version() <= 2
                || salvage.unnamed() == (more ? 0 : unnamed),
            where);
        assertTrue(kept.findings.contains(salvage.finding()), where);
      }
    }
  }

  @Test
  void aWholeFileIsReadAsWithoutTheOption() throws IOException {
    for (CorpusFile file : files()) {
      Kept with = salvage(file.bytes());
      Kept without = read(file.bytes(), ReadOptions.DEFAULT);
      assertEquals(without.findings, with.findings);
      for (int i = 0; i < with.images.size(); i++) {
        assertEquals(without.images.get(i).records(), with.images.get(i).records());
      }
      assertTrue(with.salvage.isEmpty());
    }
  }

  @Test
  void theFindingSaysWhereTheFileEndsAndHowMuchWasKept() throws IOException {
    byte[] file = SampleFiles.VERSION_10;
    byte[] inCounters = Arrays.copyOf(file, file.length - 0x38 - 1);
    assertEquals(
        "cut: file ends at 0x117 in the counters: kept 1 of 2 functions, 1 of them without name"
            + " (at 0x117)",
        salvage(inCounters).findings.get(0).toString());
    byte[] inValues = Arrays.copyOf(file, file.length - 1);
    assertEquals(
        "cut: file ends at 0x14f in the value data: kept 2 of 2 functions, 1 of them without value"
            + " data (at 0x14f)",
        salvage(inValues).findings.get(0).toString());
  }

  @Test
  void imagesBeforeADamagedOneAreKept() throws IOException {
    byte[] file = Arrays.copyOf(SampleFiles.VERSION_10, SampleFiles.VERSION_10.length * 2);
    System.arraycopy(file, 0, file, file.length / 2, file.length / 2);
    int second = file.length / 2;
    assertEquals(2, salvage(file).images.size());
    byte[] badMagic = file.clone();
    badMagic[second] ^= 1;
    Kept kept = salvage(badMagic);
    assertEquals(1, kept.images.size());
    assertEquals(second, kept.salvage.orElseThrow().offset());
    assertEquals(2, kept.salvage.orElseThrow().kept());
    byte[] badCounters = file.clone();
    badCounters[second + 0x80 + 0x40 + 0x30] = 77;
    kept = salvage(badCounters);
    assertEquals(1, kept.images.size());
    assertEquals(second + 0x80 + 0x40, kept.salvage.orElseThrow().offset());
    assertEquals(OptionalLong.of(4), kept.salvage.orElseThrow().functions());
    assertThrows(ProfileException.class, () -> read(badCounters, ReadOptions.DEFAULT));
  }

  @Test
  void contradictionsInTheFirstImageStayErrors() {
    byte[] file = SampleFiles.VERSION_10.clone();
    file[0x80 + 0x40 + 0x30] = 77;
    ProfileException refusal = assertThrows(ProfileException.class, () -> salvage(file));
    assertEquals(ErrorKind.MALFORMED, refusal.kind());
    byte[] cut = Arrays.copyOf(file, file.length - 0x38 - 1);
    assertEquals(
        ErrorKind.MALFORMED, assertThrows(ProfileException.class, () -> salvage(cut)).kind());
  }

  @Test
  void whatASessionKnowsOfABuildDoesNotMakeACutFileWhole() throws IOException {
    byte[] file = SampleFiles.VERSION_10;
    ReadSession session = ReadSession.start();
    ReadOptions options = ReadOptions.DEFAULT.salvaging().within(session);
    assertEquals(2, read(file, options).functions());
    Kept kept = read(Arrays.copyOf(file, file.length - 0x38 - 1), options);
    assertEquals(1, kept.functions());
    assertFalse(kept.images.get(0).functions().hasName(0));
    assertEquals(2, read(file, options).functions());
  }
}
