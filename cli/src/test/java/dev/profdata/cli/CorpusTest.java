package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.ProfileMerger;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real profiles of every version, judged by the texts that LLVM's own tools made of them. */
class CorpusTest {
  private static final int OLDEST_WITH_VTABLES = 19;
  private static final int NEWEST_RAW = LlvmRelease.newest().rawVersion();

  @TempDir private Path folder = Path.of("");

  static Stream<CorpusFile> printed() throws IOException {
    return Corpus.files().stream()
        .filter(file -> file.verdict() == CorpusFile.Verdict.PRINTED && !isCorrelated(file));
  }

  static Stream<CorpusFile> printedByTargets() throws IOException {
    return printed().filter(CorpusFile::isOfTarget);
  }

  static Stream<CorpusFile> raw() throws IOException {
    return Corpus.raw().stream().filter(file -> !isCorrelated(file));
  }

  static Stream<CorpusFile> correlated() throws IOException {
    return Corpus.files().stream().filter(CorpusTest::isCorrelated);
  }

  /** Counters without names and records. */
  private static boolean isCorrelated(CorpusFile file) {
    return file.variant().has(ProfileVariant.DEBUG_CORRELATION);
  }

  static Stream<CorpusFile> indexedByTargets() throws IOException {
    return Corpus.indexed().stream()
        .filter(file -> file.isOfTarget() && !file.variant().has(ProfileVariant.MEMPROF));
  }

  private String copy(CorpusFile file) throws IOException {
    Path name = Path.of(file.file()).getFileName();
    return Files.write(folder.resolve(name), file.bytes()).toString();
  }

  private static String release(CorpusFile file) {
    return "--llvm=" + file.target().major();
  }

  @ParameterizedTest
  @MethodSource("printed")
  void itsTextIsThatOfLlvm(CorpusFile file) throws IOException {
    ToolRun run = ToolRun.of("merge", "--text", release(file), copy(file));
    if (file.release().orElseThrow().contains(".")) {
      assertEquals(unordered(file.text()), unordered(run.text()), run::messages);
    } else {
      assertEquals(file.text(), run.text(), run::messages);
    }
  }

  /** Releases before 7 print the functions in another order, and nothing for an unknown target. */
  private static List<String> unordered(String text) {
    String functions = text.replaceFirst("^# IR level Instrumentation Flag\n:ir\n", "");
    return Stream.of(functions.replace("** External Symbol **:", ":").split("\n\n", -1))
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("printedByTargets")
  void itIsShownAsByLlvm(CorpusFile file) throws IOException {
    List<String> words =
        Cases.words(
            "show --all-functions --counts --ic-targets --memop-sizes --binary-ids"
                + " --detailed-summary",
            release(file),
            copy(file));
    if (file.target().major() >= OLDEST_WITH_VTABLES) {
      words.add("--show-vtables");
    }
    assertEquals(file.show(), ToolRun.of(Cases.with(words)).text());
  }

  /** LLVM refuses them up to 17, and makes nothing of them later; we always say what is missing. */
  @ParameterizedTest
  @MethodSource("correlated")
  void countersWithoutRecordsAreRefused(CorpusFile file) throws IOException {
    ToolRun run = ToolRun.of("merge", release(file), copy(file), "-o", folder + "/merged");
    assertEquals(CommandRunner.FAILED, run.exitCode());
    assertTrue(run.messages().contains("correlation"), run.messages());
  }

  static Stream<CorpusFile> repaired() throws IOException {
    return Corpus.files().stream()
        .filter(file -> file.verdict() == CorpusFile.Verdict.REFUSED && !isCorrelated(file));
  }

  /** Counters are all there where value data or alignment are not; LLVM gives up on such files. */
  @ParameterizedTest
  @MethodSource("repaired")
  void whatOnlyLacksValuesOrAlignmentIsReadWithAWarning(CorpusFile file) throws IOException {
    ToolRun run = ToolRun.of("merge", release(file), copy(file), "-o", folder + "/merged");
    assertEquals(CommandRunner.DONE, run.exitCode(), run.messages());
    assertTrue(run.messages().contains("warning: "), run.messages());
    assertTrue(read(file).functions().anyMatch(function -> function.counter(0) > 0));
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
    List<ProfileImage> images = profile.images().stream().map(CorpusTest::withoutOrigin).toList();
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

  /** Names and sizes of virtual tables; where they stand is no part of the meaning. */
  private static List<List<Long>> vtables(ProfileImage image) {
    return image.vtables().stream().map(t -> List.of(t.nameHash(), t.size())).toList();
  }

  /** The commands that made the indexed files, run by us. */
  @ParameterizedTest
  @MethodSource("indexedByTargets")
  void mergedFilesAreThoseOfLlvm(CorpusFile file) throws IOException {
    List<String> words = new ArrayList<>();
    for (String word : Cases.words(file.command()).subList(1, Cases.words(file.command()).size())) {
      words.add(word.endsWith(".profraw") ? copy(Corpus.file("raw/" + word)) : word);
    }
    Path merged = folder.resolve("out.profdata");
    words.set(words.size() - 1, merged.toString());
    words.add(release(file));
    ToolRun run = ToolRun.of(Cases.with(words));
    assertEquals(CommandRunner.DONE, run.exitCode(), run.messages());
    assertArrayEquals(file.bytes(), Files.readAllBytes(merged));
  }

  static Stream<CorpusFile> indexedEarlier() throws IOException {
    return Corpus.indexed().stream().filter(file -> !file.isOfTarget());
  }

  /** The bytes of releases 3.5 to 12, too. */
  @ParameterizedTest
  @MethodSource("indexedEarlier")
  void earlyMergedFilesAreThoseOfLlvm(CorpusFile file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ProfileMerger merger = Profiles.merger()) {
      for (String word : Cases.words(file.command())) {
        if (word.endsWith(".profraw")) {
          CorpusFile input = Corpus.file("raw/" + word);
          merger.add(ProfileSource.of(word, input.bytes()), 1);
        }
      }
      merger.writeTo(out, formatAsOf(file));
    }
    assertArrayEquals(file.bytes(), out.toByteArray());
  }

  /** Releases before 4 are those that wrote their version last. */
  private static ProfileFormat formatAsOf(CorpusFile file) {
    int major = Integer.parseInt(file.release().orElseThrow().split("\\.", 2)[0]);
    return major < LlvmRelease.all().get(0).major()
        ? file.format()
        : file.format().withRelease(LlvmRelease.of(major));
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
