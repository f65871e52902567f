package dev.profdata.tck.oracle;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assertions;

/**
 * What a run of a tool left behind.
 *
 * @param exitCode 0 if it was content
 * @param text its standard output, a character for each byte
 * @param messages its standard error, read as UTF-8
 * @since 0.1
 */
public record ToolOutput(int exitCode, String text, String messages) {
  /** Fails the test unless the tool was content. */
  public ToolOutput succeeded() {
    Assertions.assertEquals(0, exitCode, messages);
    return this;
  }

  /** Returns the bytes of the standard output. */
  public byte[] output() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
