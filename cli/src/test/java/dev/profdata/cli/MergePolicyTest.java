package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.Profiles;
import dev.profdata.io.ProfileSource;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.InstrProfile;
import dev.profdata.tck.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of single records of damaged files. */
class MergePolicyTest {
  private static final long WRAPPED = -5;

  @TempDir private Path folder = Path.of("");
  private byte[] whole = {};
  private Path output = folder;
  private List<FunctionRecord> functions = List.of();

  @BeforeEach
  void readRealProfile() throws IOException {
    whole = Corpus.file("raw/v10-clang22-ir.profraw").bytes();
    output = folder.resolve("out.profdata");
    functions = read(whole).functions().toList();
  }

  private static InstrProfile read(byte[] bytes) throws IOException {
    return Profiles.read(ProfileSource.of("profile", bytes));
  }

  private String file(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    return file.toString();
  }

  private String wrapped() throws IOException {
    return file("wrapped.profraw", RawPatch.of(whole).firstCounter(0, WRAPPED).bytes());
  }

  private ToolRun merge(String... words) {
    return ToolRun.of(Cases.with(List.of("merge", "-o", output.toString()), words));
  }

  private InstrProfile sum() throws IOException {
    return Profiles.read(output);
  }

  private FunctionRecord inSum(FunctionRecord function) throws IOException {
    return sum().function(function.name().toString(), function.structuralHash()).orElseThrow();
  }

  @Test
  void oneWrappedCounterCostsOneRecordOnly() throws IOException {
    ToolRun run = merge("--on-wrapped=drop", wrapped());
    assertEquals(0, run.exitCode(), run::messages);
    String name = functions.get(0).name().toString();
    assertTrue(run.messages().contains(name), run::messages);
    assertEquals(functions.size() - 1, sum().functionCount());
    assertTrue(sum().function(name).isEmpty());
    for (FunctionRecord other : functions.subList(1, functions.size())) {
      assertArrayEquals(other.counters(), inSum(other).counters());
    }
  }

  @Test
  void aWrappedCounterMayBeClamped() throws IOException {
    ToolRun run = merge("--on-wrapped=clamp", wrapped());
    assertEquals(0, run.exitCode(), run::messages);
    assertEquals(0, inSum(functions.get(0)).counter(0));
    assertEquals(functions.size(), sum().functionCount());
    String huge = file("huge.profraw", RawPatch.of(whole).firstCounter(0, Long.MAX_VALUE).bytes());
    assertEquals(0, merge("--on-wrapped=clamp", huge).exitCode());
    assertEquals(1L << 56, inSum(functions.get(0)).counter(0));
  }

  @Test
  void byDefaultTheReleaseDecidesOnWrappedCounters() throws IOException {
    assertEquals(1, merge("--llvm=22", wrapped()).exitCode());
    assertFalse(Files.exists(output));
    assertEquals(0, merge("--format=indexed:9", "--failure-mode=warn", wrapped()).exitCode());
  }

  @Test
  void failingOnAWrappedCounterLeavesAllOfItsImageOut() throws IOException {
    ToolRun run = merge("--on-wrapped=fail", "--failure-mode=warn", wrapped());
    assertEquals(0, run.exitCode(), run::messages);
    assertEquals(0, sum().functionCount());
    assertEquals(1, merge("--on-wrapped=fail", wrapped()).exitCode());
  }

  /** Returns the file with the identity of a function given to one of another size. */
  private String mismatching() throws IOException {
    int other = 1;
    while (functions.get(other).counterCount() == functions.get(0).counterCount()) {
      other++;
    }
    return file("mismatch.profraw", RawPatch.of(whole).identity(other, 0).bytes());
  }

  @Test
  void ofRecordsThatDoNotFitTheFirstIsKept() throws IOException {
    ToolRun run = merge(file("whole.profraw", whole), mismatching());
    assertEquals(0, run.exitCode(), run::messages);
    assertTrue(run.messages().contains("counter mismatch"), run::messages);
    assertEquals(2 * functions.get(0).counter(0), inSum(functions.get(0)).counter(0));
  }

  @Test
  void recordsThatDoNotFitMayBeDropped() throws IOException {
    ToolRun run = merge("--on-mismatch=drop", file("whole.profraw", whole), mismatching());
    assertEquals(0, run.exitCode(), run::messages);
    assertEquals(functions.size() - 1, sum().functionCount());
    FunctionRecord first = functions.get(0);
    assertTrue(sum().function(first.name().toString(), first.structuralHash()).isEmpty());
    assertTrue(sum().functions().allMatch(function -> function.counterCount() > 0));
  }

  @Test
  void aRecordThatDoesNotFitMayFailItsInput() throws IOException {
    ToolRun run = merge("--on-mismatch=fail", file("whole.profraw", whole), mismatching());
    assertEquals(1, run.exitCode());
    assertFalse(Files.exists(output));
    assertTrue(run.messages().contains(functions.get(0).name().toString()), run::messages);
    assertTrue(run.messages().contains("no profile can be merged"), run::messages);
  }

  @Test
  void countsTooLargeAreClampedOrDroppedOrFail() throws IOException {
    String input = file("whole.profraw", whole);
    String heavy = "--weighted-input=18446744073709551615," + input;
    assertEquals(0, merge(heavy, heavy).exitCode());
    FunctionRecord ran = functions.stream().filter(f -> f.counter(0) > 0).findFirst().orElseThrow();
    assertEquals(-3, inSum(ran).counter(0));
    assertEquals(0, merge("--on-overflow=drop", heavy, heavy).exitCode());
    assertTrue(sum().function(ran.name().toString(), ran.structuralHash()).isEmpty());
    assertEquals(1, merge("--on-overflow=fail", heavy, heavy).exitCode());
  }

  @Test
  void aDroppedFunctionStaysDroppedInPartialSums() throws IOException {
    Path part = folder.resolve("part");
    ToolRun partial =
        ToolRun.of(
            "merge",
            "--partial",
            "--on-mismatch=drop",
            "-o",
            part.toString(),
            file("whole.profraw", whole),
            mismatching());
    assertEquals(0, partial.exitCode(), partial::messages);
    assertEquals(0, merge(part.toString(), file("whole.profraw", whole)).exitCode());
    assertEquals(functions.size() - 1, sum().functionCount());
  }

  @Test
  void onlyWantedBinariesAreMerged() throws IOException {
    InstrProfile program = read(Corpus.file("raw/v10-clang22-lib.profraw").bytes());
    assertEquals(2, program.images().size(), "a program and its library");
    String input = file("lib.profraw", Corpus.file("raw/v10-clang22-lib.profraw").bytes());
    for (var image : program.images()) {
      ToolRun run = merge("--binary-id=" + image.binaryIds().get(0), input);
      assertEquals(0, run.exitCode(), run::messages);
      assertEquals(image.size(), sum().functionCount());
      assertEquals(image.binaryIds(), sum().binaryIds());
    }
    ToolRun none = merge("--binary-id=00ff", input);
    assertEquals(0, none.exitCode());
    assertTrue(none.messages().contains("no image of a wanted binary"), none::messages);
    assertEquals(2, merge("--binary-id=xyz", input).exitCode());
  }

  @Test
  void ofAFileThatIsCutOffTheWholeRecordsAreKept() throws IOException {
    String cut = file("cut.profraw", Arrays.copyOf(whole, whole.length - 8));
    assertEquals(1, merge(cut).exitCode());
    ToolRun run = merge("--salvage", cut);
    assertEquals(0, run.exitCode(), run::messages);
    assertTrue(run.messages().contains("file ends at"), run::messages);
    assertEquals(functions.size(), sum().functionCount());
    for (FunctionRecord function : functions) {
      assertArrayEquals(function.counters(), inSum(function).counters());
    }
  }

  @Test
  void recordsThatLostTheirNamesAddUpWithThoseThatKnowThem() throws IOException {
    byte[] names = RawPatch.of(whole).cutInNames();
    String input = file("whole.profraw", whole);
    String cut = file("cut.profraw", names);
    for (String release : List.of("--llvm=22", "--format=llvm:22")) {
      ToolRun run = merge("--salvage", release, input, cut);
      assertEquals(0, run.exitCode(), run::messages);
      assertEquals(functions.size(), sum().functionCount());
      for (FunctionRecord function : functions) {
        assertEquals(2 * function.counter(0), inSum(function).counter(0));
      }
    }
  }
}
