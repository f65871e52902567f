package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PosixRegexTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ma|main|true",
        "^ain|main|false",
        "a|b|false",
        "m.?in$|main|true",
        "(foo)|bar|false",
        "[[:digit:]]+|f9|true",
        "[^[:alpha:]]|main|false",
        "[]x]|a]b|true",
        "[a-c]z|bz|true",
        "[a&&b]|&|true",
        "[[]|a[b|true",
        "\\.c|file.c:main|true",
        "\\d|7|false",
        "\\d|d|true",
        "?main@@YAHXZ|?main@@YAHXZ|true",
      })
  void findsWhatPosixFinds(String expression, String name, boolean found) {
    assertEquals(found, PosixRegex.compile(expression).matcher(name).find());
  }

  @Test
  void aWrongExpressionIsNamed() {
    var failure = assertThrows(CommandFailedException.class, () -> PosixRegex.compile("a[b"));
    assertTrue(String.valueOf(failure.getMessage()).contains("'a[b'"));
  }
}
