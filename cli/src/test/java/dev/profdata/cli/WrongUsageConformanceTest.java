package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.profdata.tck.oracle.LlvmTools;
import dev.profdata.tck.oracle.ToolOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What LLVM's tool refuses and what it takes, in both spellings of options: so do we. */
class WrongUsageConformanceTest {
  @TempDir private Path folder = Path.of("");

  /** Compares two dashes with {@code =}, and one dash with a blank, which switches cannot have. */
  private void compare(String line, int expected) throws IOException {
    String blank = line.replaceAll("(--(?!counts|cs|sparse)[a-z-]+)=", "$1 ");
    compare(13, line, expected);
    compare(22, blank.replace(" --", " -"), expected);
  }

  private void compare(int release, String line, int expected) throws IOException {
    String file = Samples.copy(Samples.IR, folder);
    List<String> words = Cases.words(line.replace("FILE", file).replace("DIR", folder.toString()));
    ToolOutput theirs = LlvmTools.profdata(release).run(folder, words);
    ToolRun ours = ToolRun.of(Cases.with(words, "--llvm=" + release));
    String what = release + ": " + words + ": " + ours.messages() + theirs.messages();
    assertEquals(theirs.exitCode() != 0, ours.exitCode() != 0, what);
    assertEquals(expected, ours.exitCode(), what);
    assertEquals(theirs.text(), ours.text(), what);
    assertEquals(theirs.messages().isEmpty(), ours.messages().isEmpty(), what);
    assertFalse(ours.messages().contains("mistake in"), what);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "merge --num-threads=x --output=DIR/o FILE",
        "merge --weighted-input=0,FILE --output=DIR/o",
        "merge --failure-mode=some --output=DIR/o FILE",
        "merge --sparse=maybe --output=DIR/o FILE",
        "merge --bogus --output=DIR/o FILE",
        "merge --output=DIR/o",
        "show --topn=x FILE",
        "show --detailed-summary-cutoffs=1,x FILE",
        "show --counts=maybe FILE",
        "show",
        "overlap --value-cutoff=x FILE FILE",
        "overlap FILE",
      })
  void wrongUsageIsRefused(String line) throws IOException {
    compare(line, CommandRunner.WRONG_USAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "merge --output=DIR/o nowhere",
        "merge --input-files=nowhere --output=DIR/o",
        "merge --remapping-file=nowhere --output=DIR/o FILE",
        "merge --output=DIR/nofolder/o FILE",
        "show nowhere",
        "show --output=DIR/nofolder/o FILE",
        "overlap FILE nowhere",
      })
  void whatFailsFails(String line) throws IOException {
    compare(line, CommandRunner.FAILED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "merge --text --weighted-input=3,FILE",
        "merge --text --num-threads=2 FILE",
        "show --topn=2 FILE",
        "show --all-functions --counts=0 --value-cutoff=2 FILE",
        "show --function=main --ic-targets FILE",
        "overlap --value-cutoff=3 FILE FILE",
        "overlap --cs=0 --function=main FILE FILE",
      })
  void whatIsTakenIsTaken(String line) throws IOException {
    compare(line, CommandRunner.DONE);
  }
}
