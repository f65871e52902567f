package dev.profdata.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalNameTest {
  @ParameterizedTest
  @CsvSource({
    "kernel/fork.c:copy_mm, kernel/fork.c, copy_mm",
    "kernel/fork.c;copy_mm, kernel/fork.c, copy_mm",
    "a.m;-[Box set:to:], a.m, -[Box set:to:]",
    "a.m:-[Box set:to:], a.m, -[Box set:to:]",
    "C:\\src\\a.c:run, C:\\src\\a.c, run",
    "C:/src/a.c;run, C:/src/a.c, run",
    "<unknown>:run, <unknown>, run",
  })
  void aLocalNameIsCutWhereLlvmJoinedIt(String name, String file, String function) {
    assertEquals(new LocalName(Optional.of(file), function), LocalName.of(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "main",
        "_ZN3foo3barEv",
        "-[Box set:to:]",
        ":leading",
        "trailing:",
        "std::sort",
        ""
      })
  void anyOtherNameTellsNoFile(String name) {
    assertEquals(new LocalName(Optional.empty(), name), LocalName.of(name));
  }
}
