package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfdataToolTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    ToolProvider tool = ToolProvider.findFirst("profdata").orElseThrow();
    return tool.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @Test
  void writesTextToTheWriterItIsGiven(@TempDir Path folder) throws IOException {
    String file = Samples.copy(Samples.FRONT_END, folder);
    assertEquals(0, run("show", "--covered", file), err::toString);
    assertEquals("main\ngröße\n", out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void refusesBytesWhereOnlyCharactersCanGo(@TempDir Path folder) throws IOException {
    String file = Samples.copy(Samples.IR, folder);
    assertEquals(1, run("merge", file));
    assertEquals("", out.toString());
    assertTrue(err.toString().startsWith("error: a binary profile cannot go to standard output"));
  }

  @Test
  void mergesTextToTheWriter(@TempDir Path folder) throws IOException {
    String file = Samples.copy(Samples.IR, folder);
    assertEquals(0, run("merge", "--text", file), err::toString);
    assertTrue(out.toString().startsWith("# IR level Instrumentation Flag\n:ir\n"));
  }
}
