package dev.profdata.indexed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileException;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TemporalTrace;
import dev.profdata.model.ValueKind;
import dev.profdata.model.ValueSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextProfileTest {
  private static InstrProfile read(String text) throws IOException {
    return InMemory.read(text.getBytes(StandardCharsets.UTF_8), ProfileFormat.text());
  }

  @Test
  void readsAllNumberFormsAndSkipsCommentsAnywhere() throws IOException {
    InstrProfile profile =
        read(
            "# c\n:ir\r\n:entry_first\nf\n\n0x1F\n# c\n2\n18446744073709551615\n0\n$ 2\n0x1\n0b11\n");
    FunctionRecord function = profile.function("f").orElseThrow();
    assertEquals(31, function.structuralHash());
    assertEquals(-1, function.counter(0));
    assertEquals(List.of((byte) 1, (byte) 3), List.of(function.bitmap()[0], function.bitmap()[1]));
    assertEquals(
        ProfileVariant.NONE.with(ProfileVariant.IR_LEVEL | ProfileVariant.ENTRY_FIRST),
        profile.variant());
  }

  /** As for LLVM's tools, which then miss the hash of a function with that name. */
  @Test
  void aCarriageReturnBeforeTheEndOfTheFileIsNoEmptyLine() {
    MalformedProfileException refusal =
        assertThrows(MalformedProfileException.class, () -> read("f\n1\n1\n5\n\n\r"));
    assertEquals(ErrorKind.TRUNCATED, refusal.kind());
  }

  @Test
  void readsValuesByNameAndExternalSymbols() throws IOException {
    InstrProfile profile =
        read("f\n1\n1\n5\n2\n0\n2\n2\na:b:7\n** External Symbol **:3\n0\n1\n1\n1\n64:9\n");
    FunctionRecord function = profile.function("f").orElseThrow();
    assertEquals(
        List.of(
            new ValueSite(
                ValueKind.INDIRECT_CALL_TARGET,
                List.of(
                    new ValueSite.Value(ProfileName.of("a:b").hash(), 7),
                    new ValueSite.Value(0, 3))),
            new ValueSite(ValueKind.INDIRECT_CALL_TARGET, List.of())),
        function.valueSites(ValueKind.INDIRECT_CALL_TARGET));
    assertEquals(
        List.of(new ValueSite(ValueKind.MEMOP_SIZE, List.of(new ValueSite.Value(64, 9)))),
        function.valueSites(ValueKind.MEMOP_SIZE));
  }

  @Test
  void readsTemporalTraces() throws IOException {
    InstrProfile profile = read(":temporal_prof_traces\n1\n5\n2\nmain, f,\nmain\n1\n1\n1\n");
    assertEquals(5, profile.traces().streamSize());
    assertEquals(
        List.of(TemporalTrace.of(2, ProfileName.of("main").hash(), ProfileName.of("f").hash())),
        profile.traces().traces());
  }

  @ParameterizedTest
  @CsvSource({
    "':what', BAD_HEADER, 1, is no flag",
    "'f', TRUNCATED, 1, a function hash",
    "'f;x', MALFORMED, 2, function hash is not a valid integer",
    "'f;1;x', MALFORMED, 3, number of counters is not a valid integer",
    "'f;1;0', MALFORMED, 3, number of counters is zero",
    "'f;1;2;7', TRUNCATED, 4, a counter",
    "'f;1;1;-7', MALFORMED, 4, count is invalid",
    "'f;1;1;18446744073709551616', MALFORMED, 4, count is invalid",
    "'f;1;1;7;$x', MALFORMED, 5, number of bitmap bytes is not a valid integer",
    "'f;1;1;7;$1;256', MALFORMED, 6, bitmap byte is not a valid integer",
    "'f;1;1;7;4', MALFORMED, 5, number of value kinds is invalid",
    "'f;1;1;7;0', MALFORMED, 5, number of value kinds is invalid",
    "'f;1;1;7;1;3', MALFORMED, 6, value kind is invalid",
    "'f;1;1;7;1;0;1;1;:5', MALFORMED, 9, symbol name is empty",
    "'f;1;1;7;1;1;1;1;x:5', MALFORMED, 9, value is not a valid integer"
  })
  void errorsNameTheLine(String lines, ErrorKind kind, int line, String words) {
    ProfileException error =
        assertThrows(ProfileException.class, () -> read(lines.replace(';', '\n') + "\n"));
    assertEquals(kind, error.kind());
    assertEquals("line %d: ".formatted(line), error.detail().replaceAll("(line \\d+: ).*", "$1"));
    assertEquals(true, error.detail().contains(words), error.detail());
  }

  @Test
  void recordsBeforeAnErrorAreVisited() throws IOException {
    var seen = new ProfileCollector(ProfileFormat.text());
    byte[] text = "f\n1\n1\n7\ng\n1\n2\n7\n".getBytes(StandardCharsets.UTF_8);
    assertThrows(
        ProfileException.class, () -> InMemory.open(text, ProfileFormat.text()).accept(seen));
    assertEquals(1, seen.profile().functionCount());
    assertEquals(7, seen.profile().function("f").orElseThrow().counter(0));
  }

  @Test
  void writesWhatLlvmWrites() throws IOException {
    String text =
        """
        # IR level Instrumentation Flag
        :ir
        f
        # Func Hash:
        31
        # Num Counters:
        1
        # Counter Values:
        7
        # Num Bitmap Bytes:
        $1
        # Bitmap Byte Values:
        0x1f

        # Num Value Kinds:
        1
        # ValueKind = IPVK_MemOPSize:
        1
        # NumValueSites:
        1
        1
        8:2

        """;
    byte[] written =
        InMemory.write(read(text).images().get(0), ProfileFormat.textFor(LlvmRelease.of(22)));
    assertEquals(text, new String(written, StandardCharsets.UTF_8));
  }
}
