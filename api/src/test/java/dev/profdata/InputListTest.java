package dev.profdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.profdata.io.ProfileSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputListTest {
  @TempDir private Path folder = Path.of("");

  private String file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "").toString();
  }

  private static ProfileSource list(String text) {
    return ProfileSource.of("list", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void foldersStandForTheirFilesInTheOrderOfTheirPaths() throws IOException {
    String last = file("runs/b/z");
    String first = file("runs/a");
    InputList inputs = new InputList().add(InputList.Entry.parse("3," + folder.resolve("runs")));
    assertEquals(
        List.of(new InputList.Entry(first, 3), new InputList.Entry(last, 3)), inputs.entries());
  }

  @Test
  void listsHaveCommentsAndWeights() throws IOException {
    String file = file("a");
    InputList inputs =
        new InputList()
            .addAll(list("# runs\n\n  %s \r\n18446744073709551615,%s\n".formatted(file, file)));
    assertEquals(
        List.of(new InputList.Entry(file, 1), new InputList.Entry(file, -1)), inputs.entries());
  }

  @Test
  void whatIsNotThereIsNamed() {
    InputList inputs = new InputList();
    assertThrows(
        NoSuchFileException.class, () -> inputs.addAll(list(folder.resolve("none").toString())));
  }

  @Test
  void weightsArePositive() {
    for (String pair : List.of("0,a", "-1,a", "x,a", "a", "18446744073709551616,a")) {
      assertThrows(IllegalArgumentException.class, () -> InputList.Entry.parse(pair), pair);
    }
  }
}
