package dev.profdata.cli.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.cli.writing.ChildTool;
import dev.profdata.format.ProfileFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs are closed one by one: many more of them are merged than files may be open. */
class FewOpenFilesTest {
  private static final int INPUTS = 1_000;
  private static final int BUILDS = 4;

  @TempDir private Path folder = Path.of("");

  @Test
  void aThousandInputsNeedFewOpenFiles() throws Exception {
    Path inputs = Files.createDirectory(folder.resolve("inputs"));
    for (int build = 0; build < BUILDS; build++) {
      byte[] file = Programs.write(Programs.profile(5 + build, 3, build), ProfileFormat.raw(8));
      for (int i = build; i < INPUTS; i += BUILDS) {
        Files.write(inputs.resolve("run" + i), file);
      }
    }
    Path free = folder.resolve("free");
    Path bound = folder.resolve("bound");
    ChildTool done = new ChildTool(0, "");
    assertEquals(
        done, ChildTool.inShell("exec \"$@\"", "merge", inputs.toString(), "-o", free.toString()));
    assertEquals(
        done,
        ChildTool.inShell(
            "ulimit -n 64 && exec \"$@\"",
            "merge",
            "--num-threads=8",
            inputs.toString(),
            "-o",
            bound.toString()));
    assertEquals(-1, Files.mismatch(free, bound));
  }
}
