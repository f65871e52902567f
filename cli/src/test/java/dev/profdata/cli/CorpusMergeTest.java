package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.ProfileMerger;
import dev.profdata.Profiles;
import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileSource;
import dev.profdata.model.ProfileVariant;
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

/** The commands that made the indexed files of the corpus, run by us: the bytes of LLVM's tool. */
class CorpusMergeTest {
  @TempDir private Path folder = Path.of("");

  static Stream<CorpusFile> indexedByTargets() throws IOException {
    return Corpus.indexed().stream()
        .filter(file -> file.isOfTarget() && !file.variant().has(ProfileVariant.MEMPROF));
  }

  @ParameterizedTest
  @MethodSource("indexedByTargets")
  void mergedFilesAreThoseOfLlvm(CorpusFile file) throws IOException {
    Path merged = folder.resolve("out.profdata");
    List<String> words = new ArrayList<>();
    for (String word : Cases.words(file.command())) {
      words.add(word.endsWith(".profraw") ? copy(Corpus.file("raw/" + word)) : word);
    }
    words.remove(0); // the tool
    words.set(words.size() - 1, merged.toString());
    words.add("--llvm=" + file.target().major());
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

  private String copy(CorpusFile file) throws IOException {
    Path name = Path.of(file.file()).getFileName();
    return Files.write(folder.resolve(name), file.bytes()).toString();
  }
}
