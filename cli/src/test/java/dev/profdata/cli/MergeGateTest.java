package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.provider.CsvSource;

/** A profile that is suspiciously thin is not written. */
class MergeGateTest {
  @TempDir private Path folder = Path.of("");
  private Path output = folder;
  private String input = "";
  private String empty = "";

  @BeforeEach
  void copyProfiles() throws IOException {
    output = folder.resolve("out.profdata");
    input = file("app.profraw", Corpus.file("raw/v10-clang22-ir.profraw").bytes());
    empty = file("empty.profraw", new byte[0]);
  }

  private String file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  private ToolRun merge(String... words) {
    return ToolRun.of(Cases.with(List.of("merge", "-o", output.toString()), words));
  }

  @Test
  void anInputWithoutAByteDoesNotCount() {
    assertEquals(0, merge("--expect-inputs=1", input, empty).exitCode());
    ToolRun thin = merge("--expect-inputs=2", input, empty);
    assertEquals(1, thin.exitCode());
    assertTrue(thin.messages().contains("1 inputs count, expected 2"), thin::messages);
  }

  @ParameterizedTest
  @CsvSource({
    "--expect-functions=100000,functions ran",
    "--expect-total=18446744073709551615,total"
  })
  void aThinProfileLeavesTheOldFileAlone(String option, String reason) throws IOException {
    Files.writeString(output, "old");
    ToolRun thin = merge(option, input);
    assertEquals(1, thin.exitCode());
    assertTrue(thin.messages().contains(reason), thin::messages);
    assertEquals("old", Files.readString(output));
  }

  @Test
  void functionsThatDidNotRunDoNotCount() throws IOException {
    Path text = folder.resolve("cold.proftext");
    Files.writeString(text, ":ir\nhot\n1\n1\n5\n\ncold\n1\n1\n0\n");
    assertEquals(0, merge("--expect-functions=1", text.toString()).exitCode());
    assertEquals(1, merge("--expect-functions=2", text.toString()).exitCode());
    assertEquals(0, merge("--expect-total=5", text.toString()).exitCode());
    assertEquals(1, merge("--expect-total=6", text.toString()).exitCode());
  }

  private String text(String name, int a, int b, int c) throws IOException {
    return Files.writeString(
            folder.resolve(name),
            ":ir\na\n1\n1\n%d\n\nb\n1\n1\n%d\n\nc\n1\n1\n%d\n".formatted(a, b, c))
        .toString();
  }

  @Test
  void hotFunctionsOfTheReferenceMustBeHotAgain() throws IOException {
    String reference = text("reference", 1000, 1000, 1);
    String similar = text("similar", 900, 1100, 1);
    String half = text("half", 1000, 1, 1000);
    assertEquals(
        0, merge("--expect-hot-overlap=100", "--reference=" + reference, similar).exitCode());
    assertEquals(0, merge("--expect-hot-overlap=50", "--reference=" + reference, half).exitCode());
    ToolRun thin = merge("--expect-hot-overlap=51", "--reference=" + reference, half);
    assertEquals(1, thin.exitCode());
    assertTrue(thin.messages().contains("50.0 %"), thin::messages);
  }

  @Test
  void anEmptyReferenceVouchesForNothing() throws IOException {
    String cold = text("cold", 0, 0, 0);
    assertEquals(1, merge("--expect-hot-overlap=1", "--reference=" + cold, input).exitCode());
    assertFalse(Files.exists(output));
  }

  @Test
  void halfOfAGateIsWrongUsage() {
    assertEquals(2, merge("--expect-hot-overlap=50", input).exitCode());
    assertEquals(2, merge("--reference=" + input, input).exitCode());
    assertEquals(2, merge("--expect-hot-overlap=101", "--reference=" + input, input).exitCode());
  }
}
