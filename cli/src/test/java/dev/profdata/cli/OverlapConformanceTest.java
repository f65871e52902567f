package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.tck.oracle.LlvmTools;
import dev.profdata.tck.oracle.ToolOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code overlap} prints what the tool of each release prints, character for character. */
class OverlapConformanceTest {
  private static final List<String> OPTIONS =
      List.of("", "--value-cutoff=0", "-function=ai", "--cs", "--value-cutoff 70");

  @TempDir private Path folder = Path.of("");

  static Stream<Arguments> cases() {
    return Cases.releases()
        .flatMap(release -> OPTIONS.stream().map(options -> Arguments.of(release, options)));
  }

  private void compare(int release, String options, String base, String test) {
    List<String> arguments = Cases.words("overlap " + options, base, test);
    ToolOutput expected = LlvmTools.profdata(release).run(folder, arguments);
    ToolRun actual = ToolRun.of(Cases.with(arguments, "--llvm=" + release));
    assertEquals(expected.text(), actual.text());
    assertEquals(expected.exitCode(), actual.exitCode());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void comparesProfiles(int release, String options) throws IOException {
    String first = Samples.copy(Samples.IR, folder);
    String second = Samples.copy(Samples.OTHER_RUN, folder);
    compare(release, options, first, second);
    compare(release, options, second, first);
    compare(release, options, first, first);
    compare(release, options, first, Samples.copy(Samples.FRONT_END, folder));
  }
}
