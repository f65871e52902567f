package dev.profdata.cli.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.cli.writing.ChildTool;
import dev.profdata.tck.oracle.LlvmTools;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Large files are merged within the heap that {@code docs/limits.md} states, to LLVM's bytes.
 *
 * <p>{@code -Dprofdata.large=true} does so with ten million functions, and with raw files of 2 and
 * 4 GiB of counters; otherwise everything is a five hundredth of that, in as little more heap as
 * starts the tool.
 */
class LargeMergeTest {
  private static final boolean LARGE = Boolean.getBoolean("profdata.large");
  private static final int SMALLER = LARGE ? 1 : 500;
  private static final int FUNCTIONS = 10_000_000 / SMALLER;
  private static final int COUNTERS = 140_000 / SMALLER;
  private static final int HEAP_FOR_WRITING = 7_000;
  private static final int RELEASE = 16;

  @TempDir private Path folder = Path.of("");

  private static int heap(int megabytes) {
    return LARGE ? megabytes : 24 + megabytes / SMALLER;
  }

  private void merge(Path input, int heap) throws Exception {
    Path actual = folder.resolve("actual");
    assertEquals(
        new ChildTool(0, ""),
        ChildTool.withHeap(
            heap(heap), "merge", "--llvm=" + RELEASE, input.toString(), "-o", actual.toString()));
    Path expected = folder.resolve("expected");
    LlvmTools.profdata(RELEASE)
        .run(folder, "merge", "--num-threads=1", input.toString(), "-o", expected.toString());
    assertEquals(-1, Files.mismatch(expected, actual));
  }

  @ParameterizedTest
  @CsvSource({"text, 5000", "raw:8, 4500", "indexed:9, 5000"})
  void tenMillionFunctions(String format, int heap) throws Exception {
    Path text = LargeFiles.text(folder.resolve("text"), FUNCTIONS);
    Path input = text;
    if (!format.equals("text")) {
      input = folder.resolve("input");
      assertEquals(
          new ChildTool(0, ""),
          ChildTool.withHeap(
              heap(HEAP_FOR_WRITING),
              "convert",
              "--to=" + format,
              text.toString(),
              "-o",
              input.toString()));
    }
    merge(input, heap);
  }

  @ParameterizedTest
  @CsvSource({"2048, 5000", "4096, 10000"})
  void rawFilesOfGibibytes(int functions, int heap) throws Exception {
    merge(LargeFiles.raw(folder.resolve("input"), functions, COUNTERS), heap);
  }
}
