package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.model.ProfileVariant;
import dev.profdata.tck.corpus.Corpus;
import dev.profdata.tck.corpus.CorpusFile;
import dev.profdata.tck.oracle.LlvmTools;
import dev.profdata.tck.oracle.ToolOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file of the corpus that a release reads: {@code show}, {@code overlap} and the messages of
 * {@code merge} are those of its tool.
 */
final class CorpusToolConformanceTest {
  private static final List<String> SHOW =
      List.of(
          "",
          "--all-functions --counts --ic-targets --memop-sizes",
          "--function=ma --counts --detailed-summary --topn=3",
          "--value-cutoff=2 --topn=2 --detailed-summary-cutoffs=500000,999999",
          "--value-cutoff=2 --list-below-cutoff",
          "--showcs --all-functions",
          "--binary-ids",
          "--text --all-functions");
  private static final List<String> SHOW_FROM_16 =
      List.of("--covered", "--profile-version --binary-ids");
  private static final List<String> SHOW_FROM_19 =
      List.of("--temporal-profile-traces", "--show-vtables --all-functions --ic-targets");
  private static final List<String> SHOW_FROM_22 = List.of("--hot-func-list --topn=2");
  private static final List<String> OVERLAP = List.of("", "--value-cutoff=0", "--cs --function=ma");

  private static final List<String> MERGE = List.of("", "--sparse", "--failure-mode=all --text");

  @TempDir private Path folder = Path.of("");

  private static final Set<Integer> RELEASES = Set.of(13, 16, 19, 22);

  static Stream<Integer> releases() {
    return Cases.releases().filter(RELEASES::contains);
  }

  /** Copies what a release reads, by its own word; {@code docs/differences.md} names the rest. */
  private List<String> readable(int release) throws IOException {
    List<String> files = new ArrayList<>();
    for (CorpusFile file : Corpus.files()) {
      if (LlvmRelease.of(release).reads(file.format())
          && !file.isCorrelated()
          && !file.file().endsWith("-lib.profraw")
          && !mistakesTimeStamps(release, file)) {
        String copy = folder.resolve(Path.of(file.file()).getFileName()).toString();
        Files.write(Path.of(copy), file.bytes());
        if (LlvmTools.profdata(release).run(folder, "show", copy).exitCode() == 0) {
          files.add(copy);
        }
      }
    }
    assertTrue(files.size() > 5, () -> files.size() + " files for " + release);
    return files;
  }

  private static boolean mistakesTimeStamps(int release, CorpusFile file) {
    return file.isRaw()
        && file.variant().has(ProfileVariant.TEMPORAL)
        && !LlvmRelease.of(release).follows(ReleaseRule.TEMPORAL_TRACES);
  }

  /** What a compiler will drop all the same is said by us only. */
  private static String withoutAdvice(String messages) {
    return messages.replaceAll("(?m)^warning: .*\\[HASH_GENERATION\\]\\R", "");
  }

  private ToolOutput llvm(int release, List<String> words) {
    return LlvmTools.profdata(release).run(folder, words);
  }

  private void compareText(int release, List<String> words) {
    ToolOutput expected = llvm(release, words);
    ToolRun actual = ToolRun.of(Cases.with(words, "--llvm=" + release));
    assertEquals(expected.text(), actual.text(), words::toString);
    assertEquals(expected.exitCode(), actual.exitCode(), words::toString);
  }

  private void compareMerge(int release, List<String> words) throws IOException {
    Path expected = folder.resolve("expected");
    Path actual = folder.resolve("actual");
    Files.deleteIfExists(expected);
    Files.deleteIfExists(actual);
    List<String> tool = new ArrayList<>(words);
    tool.addAll(List.of("--num-threads=1", "-o", expected.toString()));
    ToolOutput llvm = llvm(release, tool);
    ToolRun ours = ToolRun.of(Cases.with(words, "--llvm=" + release, "-o", actual.toString()));
    assertEquals(llvm.messages(), withoutAdvice(ours.messages()), words::toString);
    assertEquals(llvm.exitCode(), ours.exitCode(), words::toString);
    assertEquals(Files.exists(expected), Files.exists(actual), words::toString);
    if (Files.exists(expected)) {
      assertEquals(-1, Files.mismatch(expected, actual), words::toString);
    }
  }

  /** Each file meets one of the choices, each choice many files. */
  private static String turn(List<String> choices, int number) {
    return choices.get(number % choices.size());
  }

  private static List<String> showChoices(int release) {
    List<String> choices = new ArrayList<>(SHOW);
    choices.addAll(release >= 16 ? SHOW_FROM_16 : List.of());
    choices.addAll(release >= 19 ? SHOW_FROM_19 : List.of());
    choices.addAll(release >= 22 ? SHOW_FROM_22 : List.of());
    return choices;
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyFileAndItsNeighbour(int release) throws IOException {
    List<String> files = readable(release);
    for (int i = 0; i < files.size(); i++) {
      String file = files.get(i);
      String next = files.get((i + 1) % files.size());
      int number = i + release;
      compareText(release, Cases.words("show " + turn(showChoices(release), number), file));
      compareText(release, Cases.words("overlap " + turn(OVERLAP, number), file, next));
      compareMerge(release, Cases.words("merge " + turn(MERGE, number), next, file, file));
    }
  }
}
