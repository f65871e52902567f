package dev.profdata.tck.oracle;

import java.nio.charset.StandardCharsets;

/**
 * What a run of a tool left behind.
 *
 * @param exitCode 0 if it was content
 * @param output the bytes of its standard output
 * @param messages its standard error, read as UTF-8
 * @since 0.1
 */
public record ToolOutput(int exitCode, byte[] output, String messages) {
  /** Copies the bytes. */
  public ToolOutput {
    output = output.clone();
  }

  /** Returns a copy of the bytes. */
  @Override
  public byte[] output() {
    return output.clone();
  }

  /** Returns the standard output as characters, one for each byte. */
  public String text() {
    return new String(output, StandardCharsets.ISO_8859_1);
  }
}
