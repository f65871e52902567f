package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.tck.oracle.LlvmTools;
import dev.profdata.tck.oracle.ToolOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code show} prints what the tool of each release prints, character for character. */
class ShowConformanceTest {
  private static final List<String> ANY_RELEASE =
      List.of(
          "",
          "--all-functions --counts --memop-sizes --binary-ids",
          "-all-functions -ic-targets -topn=2 -detailed-summary",
          "--function=ai --counts",
          "--topn=3 --value-cutoff=3",
          "--value-cutoff=5 --list-below-cutoff",
          "--detailed-summary --detailed-summary-cutoffs=999999,1,500000,333333",
          "--showcs",
          "--text --all-functions");
  private static final List<String> FROM_16 = List.of("--covered", "--profile-version");
  private static final List<String> FROM_19 =
      List.of("--temporal-profile-traces", "--show-vtables --all-functions");
  private static final List<String> FROM_22 =
      List.of("--hot-func-list", "--hot-func-list --topn=2 --detailed-summary");

  @TempDir private Path folder = Path.of("");

  static Stream<Arguments> cases() {
    return Cases.releases()
        .flatMap(
            release ->
                Stream.of(
                        ANY_RELEASE,
                        release >= 16 ? FROM_16 : List.<String>of(),
                        release >= 19 ? FROM_19 : List.<String>of(),
                        release >= 22 ? FROM_22 : List.<String>of())
                    .flatMap(List::stream)
                    .map(options -> Arguments.of(release, options)));
  }

  private static void compare(int release, String options, String file, Path folder) {
    List<String> arguments = Cases.words("show " + options, file);
    ToolOutput expected = LlvmTools.profdata(release).run(folder, arguments);
    ToolRun actual = ToolRun.of(Cases.with(arguments, "--llvm=" + release));
    assertEquals(expected.text(), actual.text());
    assertEquals(expected.exitCode(), actual.exitCode());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void showsTextProfiles(int release, String options) throws IOException {
    compare(release, options, Samples.copy(Samples.IR, folder), folder);
    compare(release, options, Samples.copy(Samples.FRONT_END, folder), folder);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void showsIndexedProfiles(int release, String options) throws IOException {
    String text = Samples.copy(Samples.IR, folder);
    String merged = folder.resolve("merged.profdata").toString();
    LlvmTools.profdata(release).run(folder, "merge", text, "-o", merged);
    compare(release, options, merged, folder);
  }

  @Test
  void damageIsNamedInLlvmsWords() throws IOException {
    String file = Samples.copy(Samples.DAMAGED, folder);
    ToolOutput expected = LlvmTools.profdata(16).run(folder, "show", file);
    ToolRun actual = ToolRun.of("show", "--llvm=16", file);
    assertEquals(expected.exitCode(), actual.exitCode());
    assertEquals(
        "error: " + file + ": malformed instrumentation profile data",
        actual.messages().substring(0, expected.messages().lastIndexOf(": ")));
  }
}
