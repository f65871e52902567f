package dev.profdata.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a run of the command line in this virtual machine left behind.
 *
 * @param text standard output, one character of ISO 8859-1 for each byte
 */
record ToolRun(int exitCode, String text, String messages) {
  /** Runs without input and without environment. */
  static ToolRun of(String... arguments) {
    return of(new byte[0], Map.of(), arguments);
  }

  static ToolRun of(byte[] input, Map<String, String> environment, String... arguments) {
    return of(input, environment, false, arguments);
  }

  /** Runs in front of a person. */
  static ToolRun interactively(Map<String, String> environment, String... arguments) {
    return of(new byte[0], environment, true, arguments);
  }

  private static ToolRun of(
      byte[] input, Map<String, String> environment, boolean interactive, String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringWriter messages = new StringWriter();
    try (StandardOutput out = StandardOutput.ofBytes(bytes)) {
      Terminal terminal =
          new Terminal(
              out,
              new PrintWriter(messages, true),
              new ByteArrayInputStream(input),
              environment,
              interactive);
      int exitCode = CommandRunner.run(terminal, arguments);
      return new ToolRun(
          exitCode, bytes.toString(StandardCharsets.ISO_8859_1), messages.toString());
    }
  }

  /** Returns the bytes of standard output. */
  byte[] bytes() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
