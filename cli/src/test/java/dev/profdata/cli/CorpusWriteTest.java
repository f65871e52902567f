package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.Profiles;
import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TraceSet;
import dev.profdata.model.ValueKind;
import dev.profdata.tck.corpus.Corpus;
import dev.profdata.tck.corpus.CorpusFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real raw profiles of every version written back, written afresh, and carried to newer versions.
 */
class CorpusWriteTest {
  private static final int NEWEST_RAW = LlvmRelease.newest().rawVersion();
  private static final int NEWEST_INDEXED = LlvmRelease.newest().indexedVersion();

  static Stream<CorpusFile> raw() throws IOException {
    return Corpus.raw().stream().filter(file -> !file.isCorrelated());
  }

  @ParameterizedTest
  @MethodSource("raw")
  void itIsWrittenBackByteForByte(CorpusFile file) throws IOException {
    InstrProfile profile = read(file);
    assertEquals(file.format().withRelease(profile.format().release()), profile.format());
    assertEquals(file.variant(), profile.variant());
    assertArrayEquals(file.bytes(), write(profile, profile.format()));
  }

  static Stream<CorpusFile> byRule() throws IOException {
    return Corpus.raw().stream().filter(file -> file.origin() == CorpusFile.Origin.BY_RULE);
  }

  /** What we wrote is made again from its meaning alone. */
  @ParameterizedTest
  @MethodSource("byRule")
  void itIsWrittenAfreshByteForByte(CorpusFile file) throws IOException {
    InstrProfile profile = read(file);
    List<ProfileImage> images =
        profile.images().stream().map(CorpusWriteTest::withoutOrigin).toList();
    InstrProfile afresh = InstrProfile.of(profile.format(), images, TraceSet.EMPTY);
    assertArrayEquals(file.bytes(), write(afresh, profile.format()));
  }

  private static ProfileImage withoutOrigin(ProfileImage image) {
    return image.toBuilder().variant(image.variant()).build();
  }

  private static InstrProfile read(CorpusFile file) throws IOException {
    return Profiles.read(ProfileSource.of(file.file(), file.bytes()));
  }

  private static byte[] write(InstrProfile profile, ProfileFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Profiles.write(profile, out, format, WriteOptions.DEFAULT);
    return out.toByteArray();
  }

  /** From its own version up to each newer one, and back. */
  @ParameterizedTest
  @MethodSource("raw")
  void upAndDownAgainIsTheSame(CorpusFile file) throws IOException {
    InstrProfile profile = read(file);
    for (int version = file.format().version(); version <= NEWEST_RAW; version++) {
      ProfileFormat newer =
          ProfileFormat.raw(version)
              .withPointerBits(file.format().pointerBits())
              .withByteOrder(file.format().byteOrder());
      InstrProfile up = Profiles.read(ProfileSource.of("up", write(profile, newer)));
      InstrProfile down = Profiles.read(ProfileSource.of("down", write(up, profile.format())));
      assertSame(profile, down);
    }
  }

  private static void assertSame(InstrProfile expected, InstrProfile actual) {
    assertEquals(expected.variant(), actual.variant());
    assertEquals(expected.images().size(), actual.images().size());
    for (int i = 0; i < expected.images().size(); i++) {
      ProfileImage image = expected.images().get(i);
      assertEquals(image.records(), actual.images().get(i).records());
      assertEquals(image.binaryIds(), actual.images().get(i).binaryIds());
      assertEquals(vtables(image), vtables(actual.images().get(i)));
    }
    assertEquals(expected.traces(), actual.traces());
  }

  static Stream<CorpusFile> indexed() throws IOException {
    return Corpus.indexed().stream().filter(file -> !file.variant().has(ProfileVariant.MEMPROF));
  }

  /** The order of records may be another one: it is that of the version. */
  @ParameterizedTest
  @MethodSource("indexed")
  void indexedUpAndDownAgainHasTheSameRecords(CorpusFile file) throws IOException {
    InstrProfile profile = read(file);
    for (int version = file.format().version(); version <= NEWEST_INDEXED; version++) {
      byte[] newer = write(profile, ProfileFormat.indexed(version));
      InstrProfile up = Profiles.read(ProfileSource.of("up", newer));
      InstrProfile down = Profiles.read(ProfileSource.of("down", write(up, profile.format())));
      assertEquals(profile.variant(), down.variant());
      assertEquals(records(profile), records(down));
      assertEquals(profile.binaryIds(), down.binaryIds());
      assertEquals(profile.traces(), down.traces());
    }
  }

  private static Set<FunctionRecord> records(InstrProfile profile) {
    return profile.functions().collect(Collectors.toSet());
  }

  /** Names and sizes of virtual tables; where they stand is no part of the meaning. */
  private static List<List<Long>> vtables(ProfileImage image) {
    return image.vtables().stream().map(t -> List.of(t.nameHash(), t.size())).toList();
  }

  static Stream<CorpusFile> withoutTool() throws IOException {
    return Corpus.raw().stream().filter(file -> file.verdict() == CorpusFile.Verdict.UNKNOWN);
  }

  /** No tool reads these versions; one that is read holds the same. */
  @ParameterizedTest
  @MethodSource("withoutTool")
  void whatNoToolReadsHoldsWhatItsSourceHolds(CorpusFile file) throws IOException {
    List<String> command = Cases.words(file.command());
    List<FunctionRecord> expected = read(Corpus.file("raw/" + command.get(1))).functions().toList();
    List<FunctionRecord> actual = read(file).functions().toList();
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).name(), actual.get(i).name());
      assertEquals(expected.get(i).structuralHash(), actual.get(i).structuralHash());
      assertArrayEquals(expected.get(i).counters(), actual.get(i).counters());
      assertEquals(
          expected.get(i).valueSites(ValueKind.INDIRECT_CALL_TARGET),
          actual.get(i).valueSites(ValueKind.INDIRECT_CALL_TARGET));
    }
  }
}
