package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.Profiles;
import dev.profdata.io.ProfileSource;
import dev.profdata.model.InstrProfile;
import dev.profdata.tck.corpus.Corpus;
import dev.profdata.tck.corpus.CorpusFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real profiles of every version, judged by the texts that LLVM's own tools made of them. */
class CorpusTest {
  private static final int OLDEST_WITH_VTABLES = 19;

  @TempDir private Path folder = Path.of("");

  static Stream<CorpusFile> printed() throws IOException {
    return Corpus.files().stream()
        .filter(file -> file.verdict() == CorpusFile.Verdict.PRINTED && !file.isCorrelated());
  }

  static Stream<CorpusFile> printedByTargets() throws IOException {
    return printed().filter(CorpusFile::isOfTarget);
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

  static Stream<CorpusFile> correlated() throws IOException {
    return Corpus.files().stream().filter(CorpusFile::isCorrelated);
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
        .filter(file -> file.verdict() == CorpusFile.Verdict.REFUSED && !file.isCorrelated());
  }

  /** Counters are all there where value data or alignment are not; LLVM gives up on such files. */
  @ParameterizedTest
  @MethodSource("repaired")
  void whatOnlyLacksValuesOrAlignmentIsReadWithAWarning(CorpusFile file) throws IOException {
    ToolRun run = ToolRun.of("merge", release(file), copy(file), "-o", folder + "/merged");
    assertEquals(CommandRunner.DONE, run.exitCode(), run.messages());
    assertTrue(run.messages().contains("warning: "), run.messages());
    InstrProfile profile = Profiles.read(ProfileSource.of(file.file(), file.bytes()));
    assertTrue(profile.functions().anyMatch(function -> function.counter(0) > 0));
  }
}
