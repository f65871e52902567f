package dev.profdata.tck.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.format.LlvmRelease;
import dev.profdata.model.ProfileVariant;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The corpus is complete: manifest and folders agree, and no version is without a file. */
class CorpusTest {
  private static final Set<Integer> RAW_WITHOUT_WRITER = Set.of(3, 6);

  static List<CorpusFile> files() throws IOException {
    return Corpus.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void hasItsDigestAndItsTexts(CorpusFile file) throws IOException {
    assertTrue(file.bytes().length > 0);
    for (String text : file.texts()) {
      assertTrue(Resources.read(text).length > 0, text);
    }
    assertFalse(file.producer().isBlank());
    assertFalse(file.command().isBlank());
  }

  @Test
  void everyFileOfTheFoldersIsInTheManifest() throws IOException, URISyntaxException {
    URL manifest = Objects.requireNonNull(Corpus.class.getResource("MANIFEST.tsv"));
    Path corpus = Path.of(manifest.toURI()).resolveSibling("");
    Set<String> found = new TreeSet<>();
    for (String folder : List.of("raw", "indexed", "text")) {
      try (Stream<Path> files = Files.list(corpus.resolve(folder))) {
        files.forEach(file -> found.add(folder + "/" + file.getFileName()));
      }
    }
    Set<String> named =
        files().stream()
            .flatMap(file -> Stream.concat(Stream.of(file.file()), file.texts().stream()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(named, found);
  }

  private static Set<Integer> versions(List<CorpusFile> files) {
    return files.stream().map(file -> file.format().version()).collect(Collectors.toSet());
  }

  private static Set<Integer> upTo(int newest) {
    return IntStream.rangeClosed(1, newest).boxed().collect(Collectors.toSet());
  }

  @Test
  void everyVersionHasAFile() throws IOException {
    assertEquals(upTo(LlvmRelease.newest().rawVersion()), versions(Corpus.raw()));
    assertEquals(upTo(LlvmRelease.newest().indexedVersion()), versions(Corpus.indexed()));
  }

  @Test
  void everyVersionThatAReleaseWritesHasARealFile() throws IOException {
    Set<Integer> real =
        versions(
            Corpus.raw().stream().filter(file -> file.origin() == CorpusFile.Origin.REAL).toList());
    Set<Integer> expected = upTo(LlvmRelease.newest().rawVersion());
    expected.removeAll(RAW_WITHOUT_WRITER);
    assertEquals(expected, real);
    assertTrue(Corpus.indexed().stream().allMatch(file -> file.origin() == CorpusFile.Origin.REAL));
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 64})
  void everyRawVersionHasThisWidthInBothByteOrders(int bits) throws IOException {
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      assertEquals(
          upTo(LlvmRelease.newest().rawVersion()),
          versions(
              Corpus.raw().stream()
                  .filter(
                      file ->
                          file.format().pointerBits() == bits
                              && file.format().byteOrder().equals(order))
                  .toList()),
          order::toString);
    }
  }

  @Test
  void everyVariantFlagOccurs() throws IOException {
    long all =
        files().stream().mapToLong(file -> file.variant().flags()).reduce(0, (a, b) -> a | b);
    for (long flag : flags()) {
      assertEquals(flag, all & flag, () -> Long.toHexString(flag));
    }
  }

  private static List<Long> flags() {
    return List.of(
        ProfileVariant.LOOP_ENTRIES,
        ProfileVariant.IR_LEVEL,
        ProfileVariant.CONTEXT_SENSITIVE,
        ProfileVariant.ENTRY_FIRST,
        ProfileVariant.DEBUG_CORRELATION,
        ProfileVariant.BYTE_COVERAGE,
        ProfileVariant.FUNCTION_ENTRY_ONLY,
        ProfileVariant.MEMPROF,
        ProfileVariant.TEMPORAL);
  }
}
