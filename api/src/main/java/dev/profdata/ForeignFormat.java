package dev.profdata;

import dev.profdata.io.ErrorKind;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** Files that get mistaken for instrumentation profiles, known by their first bytes. */
enum ForeignFormat {
  MEMPROF_RAW("8172666f72706dff", "a raw memory profile (memprof)"),
  SAMPLE_BINARY("ff0153505246342a", "a sample profile (extensible binary)"),
  SAMPLE_COMPACT("0253505246343201", "a sample profile (compact binary)"),
  PARTIAL_SUM("ff70726f6673756d", "a partial sum of a merge: give it to merge"),
  GCOV_DATA_LITTLE("61646367", "coverage data of gcov (.gcda)"),
  GCOV_DATA_BIG("67636461", "coverage data of gcov (.gcda)"),
  GCOV_NOTES_LITTLE("6f6e6367", "coverage notes of gcov (.gcno)"),
  GCOV_NOTES_BIG("67636e6f", "coverage notes of gcov (.gcno)"),
  ELF("7f454c46", "an ELF program or library, not its profile"),
  MACH_O("cffaedfe", "a Mach-O program or library, not its profile"),
  WINDOWS("4d5a", "a Windows program or library, not its profile"),
  GZIP("1f8b", "compressed with gzip: unpack it first"),
  ZSTD("28b52ffd", "compressed with zstd: unpack it first"),
  PERF_DATA("50455246494c4532", "recorded by perf, a sample profile in the making"),
  JFR("464c5200", "a Java flight recording");

  private static final int LONGEST = 8;

  private final String magic;
  private final String description;

  ForeignFormat(String magic, String description) {
    this.magic = magic;
    this.description = description;
  }

  static MalformedProfileException explain(ProfileInput input) throws IOException {
    byte[] start = new byte[(int) Math.min(input.size(), LONGEST)];
    ByteBuffer first = input.slice(0, start.length);
    first.get(start);
    String detail =
        recognize(start)
            .map(format -> "this is no instrumentation profile but " + format.description)
            .orElseGet(() -> "this is no instrumentation profile: it starts with " + show(start));
    return new MalformedProfileException(ErrorKind.UNRECOGNIZED_FORMAT, input.name(), detail);
  }

  private static Optional<ForeignFormat> recognize(byte[] start) {
    return Stream.of(values()).filter(format -> format.matches(start)).findFirst();
  }

  private boolean matches(byte[] start) {
    return HexFormat.of().formatHex(start).startsWith(magic);
  }

  private static String show(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    boolean printable = text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    return printable ? "'" + text + "'" : HexFormat.ofDelimiter(" ").formatHex(start);
  }
}
