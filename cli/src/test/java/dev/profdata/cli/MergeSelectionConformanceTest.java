package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.tck.oracle.LlvmTools;
import dev.profdata.tck.oracle.ToolOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Renaming of functions and the order of LLVM's threads, beside LLVM's tool. */
final class MergeSelectionConformanceTest {
  @TempDir private Path folder = Path.of("");

  static Stream<Integer> releases() {
    return Cases.releases();
  }

  private void compare(int release, List<String> options, String... inputs) throws IOException {
    Path expected = folder.resolve("expected");
    Path actual = folder.resolve("actual");
    List<String> words = new ArrayList<>(List.of("merge"));
    words.addAll(options);
    words.addAll(List.of(inputs));
    ToolOutput llvm =
        LlvmTools.profdata(release)
            .run(folder, List.of(Cases.with(words, "-o", expected.toString())));
    ToolRun ours = ToolRun.of(Cases.with(words, "--llvm=" + release, "-o", actual.toString()));
    assertEquals(llvm.exitCode(), ours.exitCode(), ours::messages);
    assertEquals(llvm.messages(), ours.messages());
    assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(actual));
  }

  @ParameterizedTest
  @MethodSource("releases")
  void functionsGetTheirNewNames(int release) throws IOException {
    String ir = Samples.copy(Samples.IR, folder);
    Path remapping = folder.resolve("names");
    List<String> names =
        Files.readAllLines(Path.of(ir)).stream().filter(l -> l.matches("[a-z_]\\w*")).toList();
    assertTrue(names.size() > 1, names::toString);
    Files.writeString(
        remapping,
        "# renamed\n\n%s other_name\n%s ignored\n%s other_name\n"
            .formatted(names.get(0), names.get(0), names.get(1)));
    compare(release, List.of("--remapping-file=" + remapping), ir, ir);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void threadsAddUpInTheirOrder(int release) throws IOException {
    String ir = Samples.copy(Samples.IR, folder);
    String other = Samples.copy(Samples.OTHER_RUN, folder);
    // Of inputs in one thread LLVM may take the later one first; here each has a thread of its own.
    compare(release, List.of("--num-threads=2"), ir, other);
    compare(release, List.of("--num-threads=3"), other, ir, other);
    compare(release, List.of("--num-threads=4"), ir, other, other, ir);
  }
}
