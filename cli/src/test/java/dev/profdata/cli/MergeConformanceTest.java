package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.tck.oracle.LlvmTools;
import dev.profdata.tck.oracle.ToolOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code merge} writes the bytes and the messages of the tool of each release. */
class MergeConformanceTest {
  private static final List<String> ANY_RELEASE =
      List.of(
          "ir",
          "ir other-run",
          "other-run ir other-run",
          "-text ir other-run",
          "-sparse ir",
          "--sparse=true --text ir",
          "--weighted-input=3,other-run ir",
          "--weighted-input=18446744073709551615,ir other-run",
          "front-end",
          "duplicate-values",
          "--text front-end",
          "--failure-mode=all ir other-run");
  private static final List<String> FROM_18 =
      List.of(
          "--function=ai ir other-run",
          "--no-function=^t ir other-run",
          "--function=[[:alpha:]]_[a-z] --text ir other-run");
  private static final List<String> FROM_19 = List.of("--write-prev-version ir other-run");

  @TempDir private Path folder = Path.of("");

  static Stream<Arguments> cases() {
    return Cases.releases()
        .flatMap(
            release ->
                Stream.of(
                        ANY_RELEASE,
                        release >= 18 ? FROM_18 : List.<String>of(),
                        release >= 19 ? FROM_19 : List.<String>of())
                    .flatMap(List::stream)
                    .map(line -> Arguments.of(release, line)));
  }

  private List<String> arguments(String line, String output) throws IOException {
    String withPaths =
        line.replace("other-run", Samples.copy(Samples.OTHER_RUN, folder))
            .replace("duplicate-values", Samples.copy(Samples.DUPLICATE_VALUES, folder))
            .replace("front-end", Samples.copy(Samples.FRONT_END, folder))
            .replaceAll("\\bir\\b", Samples.copy(Samples.IR, folder));
    return Cases.words("merge " + withPaths, "-o", folder.resolve(output).toString());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writesTheSameBytes(int release, String line) throws IOException {
    ToolOutput expected =
        LlvmTools.profdata(release)
            .run(folder, List.of(Cases.with(arguments(line, "expected"), "--num-threads=1")));
    ToolRun actual = ToolRun.of(Cases.with(arguments(line, "actual"), "--llvm=" + release));
    assertEquals(expected.messages(), actual.messages());
    assertEquals(expected.exitCode(), actual.exitCode());
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("expected")),
        Files.readAllBytes(folder.resolve("actual")));
  }

  /** Up to release 16 names stand in the order of a hash of them, later in their own. */
  @ParameterizedTest
  @MethodSource("dev.profdata.cli.Cases#releases")
  void ordersNamesOfAllLengths(int release) throws IOException {
    StringBuilder text = new StringBuilder(":ir\n");
    for (int length = 1; length <= 2_500; length += length < 400 ? 1 : 7) {
      String name = "name%d_".formatted(length).repeat(length).substring(0, length);
      text.append("%s\n1\n1\n%d\n\n".formatted(name, length));
    }
    Files.writeString(folder.resolve("names"), text);
    for (String form : List.of("", "--text ")) {
      String line = "merge " + form + folder.resolve("names");
      LlvmTools.profdata(release).run(folder, Cases.words(line, "-o", "expected"));
      Path actual = folder.resolve("actual");
      ToolRun.of(Cases.with(Cases.words(line, "-o", actual.toString()), "--llvm=" + release));
      assertEquals(-1, Files.mismatch(folder.resolve("expected"), actual), form);
    }
  }
}
