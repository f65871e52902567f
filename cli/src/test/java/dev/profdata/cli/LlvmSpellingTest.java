package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

class LlvmSpellingTest {
  private static String[] normalize(String... arguments) {
    Terminal terminal =
        new Terminal(
            StandardOutput.ofBytes(OutputStream.nullOutputStream()),
            new PrintWriter(Writer.nullWriter()),
            InputStream.nullInputStream(),
            Map.of(),
            false);
    CommandSpec spec = CommandRunner.commandLine(terminal).getCommandSpec();
    return LlvmSpelling.normalize(spec, arguments);
  }

  private static String[] words(String... words) {
    return words;
  }

  @Test
  void knownLongOptionsGetTheirSecondDash() {
    assertArrayEquals(
        words("merge", "--sparse", "--weighted-input=2,a", "-o", "x"),
        normalize("merge", "-sparse", "-weighted-input=2,a", "-o", "x"));
  }

  @Test
  void switchesTakeLlvmsValues() {
    assertArrayEquals(
        words("merge", "--sparse=true", "--text=false", "--sparse=True"),
        normalize("merge", "-sparse=1", "-text=0", "--sparse=True"));
  }

  @Test
  void valuesAndUnknownWordsStayAsTheyAre() {
    assertArrayEquals(
        words("show", "-unknown", "-", "--", "-counts"),
        normalize("show", "-unknown", "-", "--", "-counts"));
  }

  @Test
  void optionsBelongToTheirCommand() {
    assertArrayEquals(words("info", "-counts"), normalize("info", "-counts"));
  }
}
