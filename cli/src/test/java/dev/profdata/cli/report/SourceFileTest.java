package dev.profdata.cli.report;

import static dev.profdata.cli.report.TextProfiles.function;
import static dev.profdata.cli.report.TextProfiles.functions;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceFileTest {
  @Test
  void filesWithMostColdFunctionsComeFirst() throws IOException {
    List<SourceFile> files =
        SourceFile.of(
            functions(
                    function("main", "1"),
                    function("b.c:one", "0"),
                    function("b.c:two", "0", "3"),
                    function("a.c;one", "0"),
                    function("a.c;two", "0"),
                    function("c.c:run", "4"))
                .all());
    assertEquals(
        List.of(
            new SourceFile(Optional.of("a.c"), 2, 2),
            new SourceFile(Optional.of("b.c"), 2, 1),
            new SourceFile(Optional.empty(), 1, 0),
            new SourceFile(Optional.of("c.c"), 1, 0)),
        files);
    assertEquals(0.5, files.get(1).coldShare());
  }
}
