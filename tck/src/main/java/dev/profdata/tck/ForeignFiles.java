package dev.profdata.tck;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** First bytes of files that are no instrumentation profiles. */
final class ForeignFiles {
  private static final int SHOWN = 8;

  private ForeignFiles() {}

  static List<byte[]> all() {
    return List.of(
        new byte[0],
        new byte[1],
        new byte[64],
        padded("\u007fELF\u0002\u0001\u0001"),
        padded("\u00cf\u00fa\u00ed\u00fe"), // Mach-O
        padded("adcg*31B"), // gcov
        padded("\u0081rforpm\u00ff"), // raw memory profile
        padded("\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088"),
        padded("PK\u0003\u0004"),
        padded("<!DOCTYPE html>\n"));
  }

  private static byte[] padded(String latin1) {
    byte[] start = latin1.getBytes(StandardCharsets.ISO_8859_1);
    byte[] file = new byte[256];
    System.arraycopy(start, 0, file, 0, start.length);
    return file;
  }

  static String describe(byte[] file) {
    int shown = Math.min(SHOWN, file.length);
    return "a file of %d bytes that starts with %s"
        .formatted(file.length, HexFormat.of().formatHex(file, 0, shown));
  }
}
