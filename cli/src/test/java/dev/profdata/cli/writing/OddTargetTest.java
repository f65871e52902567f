package dev.profdata.cli.writing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.tck.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outputs that are no files: pipes, devices, the standard output. */
class OddTargetTest {
  @TempDir private Path folder = Path.of("");
  private String input = "";
  private byte[] expected = {};

  @BeforeEach
  void makeInput() throws Exception {
    byte[] file = Corpus.file("raw/v8-clang16-ir.profraw").bytes();
    input = Files.write(folder.resolve("input.profraw"), file).toString();
    Path sum = folder.resolve("sum.profdata");
    assertEquals(
        new ChildTool(0, ""), ChildTool.inShell("\"$@\"", "merge", input, "-o", sum.toString()));
    expected = Files.readAllBytes(sum);
  }

  private byte[] received() throws IOException {
    return Files.readAllBytes(folder.resolve("received"));
  }

  private Path namedPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(new ChildTool(0, ""), ChildTool.run(List.of("mkfifo", pipe.toString())));
    return pipe;
  }

  @Test
  void aNamedPipeGetsTheProfileAndStaysAPipe() throws Exception {
    Path pipe = namedPipe();
    ChildTool merge =
        ChildTool.inShell(
            "cat '%s' > '%s' & \"$@\"; code=$?; wait; exit $code"
                .formatted(pipe, folder.resolve("received")),
            "merge",
            input,
            "-o",
            pipe.toString());
    assertEquals(new ChildTool(0, ""), merge);
    assertArrayEquals(expected, received());
    assertTrue(Files.exists(pipe) && !Files.isRegularFile(pipe));
  }

  @Test
  void aNamedPipeIsReadToItsEnd() throws Exception {
    Path pipe = namedPipe();
    ChildTool merge =
        ChildTool.inShell(
            "cat '%s' > '%s' & \"$@\"".formatted(input, pipe),
            "merge",
            pipe.toString(),
            "-o",
            folder.resolve("received").toString());
    assertEquals(new ChildTool(0, ""), merge);
    assertArrayEquals(expected, received());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})
  void standardOutputByAnyNameGetsTheProfile(String target) throws Exception {
    for (String line : List.of("\"$@\" > '%s'", "\"$@\" | cat > '%s'")) {
      ChildTool merge =
          ChildTool.inShell(
              line.formatted(folder.resolve("received")), "merge", input, "-o", target);
      assertEquals(new ChildTool(0, ""), merge);
      assertArrayEquals(expected, received(), line);
    }
  }

  @Test
  void nothingTakesEverything() throws Exception {
    ChildTool merge = ChildTool.inShell("\"$@\"", "merge", input, "-o", "/dev/null");
    assertEquals(new ChildTool(0, ""), merge);
    assertTrue(!Files.isRegularFile(Path.of("/dev/null")));
  }

  @Test
  void aDeviceThatIsFullIsNamed() throws Exception {
    assertEquals(
        new ChildTool(
            1, "error: /dev/full: No space left on device: free some space or write elsewhere\n"),
        ChildTool.inShell("\"$@\"", "merge", input, "-o", "/dev/full"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"merge INPUT -o -", "merge --text INPUT -o -", "show INPUT", "--help"})
  void aStandardOutputThatIsFullIsNamed(String words) throws Exception {
    String[] arguments = words.replace("INPUT", input).split(" ", -1);
    assertEquals(
        new ChildTool(1, "error: standard output: No space left on device: write elsewhere\n"),
        ChildTool.inShell("\"$@\" > /dev/full", arguments));
  }

  @Test
  void whoReadsNoFurtherHearsNothing() throws Exception {
    StringBuilder text = new StringBuilder(":ir\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("function").append(i).append("\n1\n1\n").append(i).append("\n\n");
    }
    String large = Files.writeString(folder.resolve("large.proftext"), text).toString();
    ChildTool show =
        ChildTool.inShell(
            "{ \"$@\"; echo $? > '%s'; } | head -n 1".formatted(folder.resolve("received")),
            "show",
            "--all-functions",
            large);
    assertEquals(new ChildTool(0, "Counters:\n"), show);
    assertArrayEquals(new byte[] {'1', '\n'}, received());
  }
}
