package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.Profiles;
import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.InstrProfile;
import dev.profdata.tck.corpus.Corpus;
import dev.profdata.tck.corpus.CorpusFile;
import dev.profdata.tck.gen.ProfileGenerator;
import dev.profdata.tck.oracle.LlvmTools;
import dev.profdata.tck.oracle.ToolOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Merges of two, three and eight inputs, of every weight that matters, with every option that
 * chooses: output and messages of LLVM's tool.
 */
final class MergeMatrixConformanceTest {
  private static final int NAMES = 24;
  private static final int PROFILES = 8;
  private static final List<String> WEIGHTS =
      List.of("1", "3", "4294967296", "18446744073709551615");

  @TempDir private Path folder = Path.of("");
  private final List<Path> texts = new ArrayList<>();

  static Stream<Integer> releases() {
    return Cases.releases();
  }

  @BeforeEach
  void forgetInputs() {
    texts.clear();
  }

  /** Makes profiles of one program. */
  private void generate(int release, long seed) throws IOException {
    ProfileGenerator generator = new ProfileGenerator(seed, NAMES, LlvmRelease.of(release));
    for (int i = 0; i < PROFILES; i++) {
      Path path = folder.resolve("input%d.proftext".formatted(i));
      try (OutputStream out = Files.newOutputStream(path)) {
        out.write("# made by a generator\n".getBytes(StandardCharsets.US_ASCII));
        Profiles.write(
            InstrProfile.of(generator.next()),
            out,
            ProfileFormat.textFor(LlvmRelease.of(release)),
            WriteOptions.DEFAULT.allowingAllLosses());
      }
      texts.add(path);
    }
  }

  private static String weighted(Path path, String weight) {
    return "--weighted-input=" + weight + "," + path;
  }

  private List<String> weighted(int count, int rotation) {
    List<String> inputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      inputs.add(weighted(texts.get(i), WEIGHTS.get((i + rotation) % WEIGHTS.size())));
    }
    return inputs;
  }

  private void compare(int release, List<String> options, List<String> inputs) throws IOException {
    compare(release, 1, 1, options, inputs);
  }

  /**
   * Compares. LLVM may take inputs that share a thread in another order now and then, and what its
   * threads say gets mixed up.
   */
  private void compare(
      int release, int threads, int attempts, List<String> options, List<String> inputs)
      throws IOException {
    Path expected = folder.resolve("expected");
    Path actual = folder.resolve("actual");
    List<String> words = new ArrayList<>(List.of("merge"));
    words.addAll(options);
    words.addAll(inputs);
    words.add("--num-threads=" + threads);
    Files.deleteIfExists(actual);
    ToolRun ours = ToolRun.of(Cases.with(words, "--llvm=" + release, "-o", actual.toString()));
    for (int left = attempts; left > 0; left--) {
      Files.deleteIfExists(expected);
      ToolOutput llvm =
          LlvmTools.profdata(release)
              .run(folder, List.of(Cases.with(words, "-o", expected.toString())));
      if (left > 1 && !Arrays.equals(read(expected), read(actual))) {
        continue;
      }
      if (threads == 1) {
        assertEquals(llvm.messages(), ours.messages(), words::toString);
      }
      assertEquals(llvm.exitCode(), ours.exitCode(), words::toString);
      assertArrayEquals(read(expected), read(actual), words::toString);
      return;
    }
  }

  private static byte[] read(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyNumberOfInputsWithEveryWeightAndChoice(int release) throws IOException {
    generate(release, 40 + release);
    for (List<String> options : choices(release)) {
      for (int count : new int[] {2, 3, PROFILES}) {
        for (int rotation = 0; rotation < WEIGHTS.size(); rotation++) {
          compare(release, options, weighted(count, rotation));
        }
      }
    }
  }

  private List<List<String>> choices(int release) throws IOException {
    List<String> names = namesOf(texts.get(0));
    Path remapping = folder.resolve("names");
    Files.writeString(
        remapping,
        "%s renamed\n%s %s\n%s renamed\n"
            .formatted(names.get(0), names.get(1), names.get(2), names.get(3)));
    List<List<String>> choices = new ArrayList<>();
    choices.add(List.of());
    choices.add(List.of("--text"));
    choices.add(List.of("--sparse"));
    choices.add(List.of("--remapping-file=" + remapping));
    choices.add(List.of("--sparse", "--text", "--remapping-file=" + remapping));
    if (release >= 18) {
      choices.add(List.of("--function=fn[0-9]a"));
      choices.add(List.of("--no-function=fn1", "--sparse"));
      choices.add(List.of("--function=fn", "--no-function=fn[0-4]", "--text"));
    }
    return choices;
  }

  private static List<String> namesOf(Path text) throws IOException {
    return Files.readAllLines(text).stream()
        .filter(line -> line.matches("fn\\w+"))
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyKindOfFileInOneMerge(int release) throws IOException {
    generate(release, 80 + release);
    Path indexed = folder.resolve("indexed");
    LlvmTools.profdata(release)
        .run(folder, List.of("merge", texts.get(5).toString(), "-o", indexed.toString()));
    List<Path> files = new ArrayList<>(List.of(texts.get(0), indexed, texts.get(1)));
    int copies = 0;
    for (CorpusFile file : Corpus.files()) {
      // LLVM takes correlated profiles for empty ones, we say what is missing.
      if (file.verdict() == CorpusFile.Verdict.PRINTED
          && !file.isCorrelated()
          && LlvmRelease.of(release).reads(file.format())
          && file.release().equals(Optional.of(Integer.toString(release)))) {
        Path copy = folder.resolve("corpus" + copies++);
        files.add(Files.write(copy, file.bytes()));
      }
    }
    for (int i = 0; i < files.size(); i++) {
      List<String> two = List.of(weighted(files.get(i), "3"), files.get(0).toString());
      List<String> three =
          List.of(
              files.get(1).toString(),
              files.get(i).toString(),
              weighted(files.get((i + 4) % files.size()), "4294967296"));
      for (String mode : release >= 18 ? List.of("any", "all", "warn") : List.of("any", "all")) {
        compare(release, List.of("--failure-mode=" + mode), two);
        compare(release, List.of("--failure-mode=" + mode, "--sparse"), three);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void threadsAddUpInTheirTree(int release) throws IOException {
    generate(release, 120 + release);
    for (int rotation = 0; rotation < WEIGHTS.size(); rotation++) {
      for (List<String> options : List.of(List.<String>of(), List.of("--text", "--sparse"))) {
        compare(release, 2, 1, options, weighted(2, rotation));
        compare(release, 3, 1, options, weighted(3, rotation));
        compare(release, 2, 8, options, weighted(3, rotation));
        compare(release, 3, 8, options, weighted(PROFILES, rotation));
      }
    }
  }
}
