package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.tck.corpus.Corpus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a raw profile that lacks what can be done without, whoever reads it. */
class ReadWarningsTest {
  private static final String WITHOUT_VALUES = "there is no value data";
  private static final String ODD_PLACE = "image does not start at a multiple of 8 bytes";

  @TempDir private Path folder = Path.of("");
  private byte[] bytes = {};
  private String whole = "";

  @BeforeEach
  void copyWhole() throws IOException {
    bytes = Corpus.file("raw/v10-clang22-ir.profraw").bytes();
    whole = file("whole.profraw", bytes);
  }

  private String file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content).toString();
  }

  private String withoutValues() throws IOException {
    return file("values.profraw", RawPatch.of(bytes).withoutValues());
  }

  private String misaligned() throws IOException {
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    twice.write(bytes);
    twice.write(new byte[3]);
    twice.write(bytes);
    return file("odd.profraw", twice.toByteArray());
  }

  private ToolRun run(String... words) {
    ToolRun run = ToolRun.of(words);
    assertEquals(CommandRunner.DONE, run.exitCode(), run.messages());
    return run;
  }

  private String merging(String file) {
    return run("merge", "--llvm=22", "-o", folder.resolve("out").toString(), file).messages();
  }

  @Test
  void showSaysWhatMergeSaysAndPrintsTheRest() throws IOException {
    String file = withoutValues();
    ToolRun shown = run("show", "--llvm=22", "--all-functions", "--counts", file);
    assertTrue(shown.messages().startsWith("warning: " + file + ": "), shown.messages());
    assertTrue(shown.messages().contains(WITHOUT_VALUES), shown.messages());
    assertEquals(merging(file), shown.messages());
    assertEquals(
        run("show", "--llvm=22", "--all-functions", "--counts", whole).text(), shown.text());
  }

  @Test
  void overlapSaysItOfEitherFile() throws IOException {
    String odd = misaligned();
    String message = merging(odd);
    assertTrue(message.contains(ODD_PLACE), message);
    assertEquals(message, run("overlap", "--llvm=22", whole, odd).messages());
    assertEquals(message, run("overlap", "--llvm=22", odd, whole).messages());
    assertEquals(message, run("show", "--llvm=22", odd).messages());
  }

  @Test
  void infoAndCheckSayItAmongTheFacts() throws IOException {
    assertTrue(run("info", misaligned()).text().contains(ODD_PLACE));
    assertTrue(run("check", misaligned()).text().contains(ODD_PLACE));
    assertTrue(run("info", withoutValues()).text().contains(WITHOUT_VALUES));
  }

  @Test
  void nothingIsSaidOfAWholeProfile() {
    assertEquals("", run("show", whole).messages());
    assertEquals("", run("overlap", whole, whole).messages());
  }
}
