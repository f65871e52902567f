package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.model.ProfileVariant;
import dev.profdata.tck.corpus.Corpus;
import dev.profdata.tck.corpus.CorpusFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sixty-four real profiles, added up in random trees of partial sums: the file of one merge. */
class PartialSumTreeTest {
  private static final int INPUTS = 64;

  @TempDir private Path folder = Path.of("");

  /** Real profiles of one level of instrumentation, some of them more than once. */
  private List<Input> inputs(boolean ir, Random random) throws IOException {
    List<Path> files = new ArrayList<>();
    for (CorpusFile file : Corpus.files()) {
      if (file.origin() == CorpusFile.Origin.REAL
          && file.verdict() == CorpusFile.Verdict.PRINTED
          && !file.isCorrelated()
          && file.variant().isIrLevel() == ir
          && !file.variant().has(ProfileVariant.FUNCTION_ENTRY_ONLY)
          && !file.variant().has(ProfileVariant.MEMPROF)) {
        Path copy = folder.resolve(files.size() + ".profile");
        files.add(Files.write(copy, file.bytes()));
      }
    }
    assertTrue(files.size() > 30, () -> files.size() + " profiles in the corpus");
    List<Input> inputs = new ArrayList<>();
    while (inputs.size() < INPUTS) {
      long weight = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 1;
      inputs.add(new Input(files.get(random.nextInt(files.size())), weight));
    }
    return inputs;
  }

  private record Input(Path path, long weight) {
    String option() {
      return "--weighted-input=%d,%s".formatted(weight, path);
    }
  }

  private Path merge(String name, String release, boolean partial, List<Input> inputs) {
    Path target = folder.resolve(name);
    List<String> words = new ArrayList<>(List.of("merge", "--format=llvm:" + release));
    words.addAll(List.of("-o", target.toString(), "--failure-mode=warn"));
    if (partial) {
      words.add("--partial");
    }
    inputs.stream().map(Input::option).forEach(words::add);
    ToolRun run = ToolRun.of(words.toArray(String[]::new));
    assertEquals(0, run.exitCode(), run::messages);
    return target;
  }

  @ParameterizedTest
  @CsvSource({"22,true,1", "22,true,2", "16,true,3", "13,true,4", "23,false,5", "14,false,6"})
  void anyTreeGivesTheFileOfOneMerge(String release, boolean ir, long seed) throws IOException {
    Random random = new Random(seed);
    List<Input> inputs = inputs(ir, random);
    Path whole = merge("whole", release, false, inputs);
    List<List<Input>> groups = new ArrayList<>();
    for (Input input : inputs) {
      groups.add(List.of(input));
    }
    for (int step = 0; groups.size() > 1; step++) {
      int at = random.nextInt(groups.size() - 1);
      List<Input> both = new ArrayList<>(groups.get(at));
      both.addAll(groups.remove(at + 1));
      Path part = merge("part" + step, release, true, both);
      groups.set(at, List.of(new Input(part, 1)));
    }
    Path tree = merge("tree", release, false, groups.get(0));
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(tree));
  }

  @Test
  void aPartialSumIsNoProfile() throws IOException {
    Path part = merge("part", "22", true, inputs(true, new Random(7)).subList(0, 3));
    ToolRun shown = ToolRun.of("show", part.toString());
    assertEquals(1, shown.exitCode());
    assertTrue(shown.messages().contains("give it to merge"), shown::messages);
  }
}
