package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoAndCheckTest {
  @TempDir private Path folder = Path.of("");

  private static List<String> fieldNames(String json) throws IOException {
    List<String> names = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        if (parser.currentName() != null) {
          names.add(parser.currentName());
        }
      }
    }
    return names.stream().distinct().toList();
  }

  @Test
  void infoTellsWhatIsInAFile() throws IOException {
    String file = Samples.copy(Samples.IR, folder);
    ToolRun run = ToolRun.of("info", file);
    assertEquals(
        """
        FILE:
          format:          text
          instrumentation: IR
          images:          1
          functions:       5
          counters:        9
          value sites:     3
          values:          5
          read by:         LLVM 4 and newer
        """
            .replace("FILE", file),
        run.text());
  }

  @Test
  void infoNamesTheReadersOfAnIndexedVersion() throws IOException {
    String file = Samples.copy(Samples.IR, folder);
    String merged = folder.resolve("merged").toString();
    ToolRun.of("merge", "--llvm=16", file, "-o", merged);
    assertTrue(ToolRun.of("info", merged).text().contains("read by:         LLVM 16 and newer"));
  }

  @Test
  void jsonSaysTheSame() throws IOException {
    String file = Samples.copy(Samples.IR, folder);
    List<String> names = fieldNames(ToolRun.of("info", "--json", file).text());
    assertTrue(names.containsAll(List.of("file", "family", "functions", "readByLlvm", "findings")));
  }

  @Test
  void checkIsContentWithASoundFile() throws IOException {
    String file = Samples.copy(Samples.IR, folder);
    ToolRun run = ToolRun.of("check", file);
    assertEquals(CommandRunner.DONE, run.exitCode());
    assertEquals(file + ": ok\n", run.text());
  }

  @Test
  void checkGoesOnBehindADamagedFile() throws IOException {
    String damaged = Samples.copy(Samples.DAMAGED, folder);
    String sound = Samples.copy(Samples.IR, folder);
    ToolRun run = ToolRun.of("check", damaged, sound);
    assertEquals(CommandRunner.FAILED, run.exitCode());
    assertTrue(run.text().startsWith(damaged + ": error: malformed"), run.text());
    assertTrue(run.text().contains("(section TEXT, at 0x"), run.text());
    assertTrue(run.text().endsWith(sound + ": ok\n"), run.text());
  }

  @Test
  void checkWritesItsErrorsAsJson() throws IOException {
    String damaged = Samples.copy(Samples.DAMAGED, folder);
    ToolRun run = ToolRun.of("check", "--json", damaged);
    assertTrue(
        fieldNames(run.text())
            .containsAll(List.of("usable", "error", "kind", "section", "offset")));
  }
}
