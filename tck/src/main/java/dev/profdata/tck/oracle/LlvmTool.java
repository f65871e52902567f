package dev.profdata.tck.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One program of one LLVM release.
 *
 * @param command the words that start it, before its own arguments
 * @since 0.1
 */
public record LlvmTool(List<String> command) {
  /** Copies the words. */
  public LlvmTool {
    command = List.copyOf(command);
  }

  /**
   * Runs the program in a folder and waits for it.
   *
   * @param folder where relative paths among the arguments start
   */
  public ToolOutput run(Path folder, List<String> arguments) {
    List<String> words = new ArrayList<>(command);
    words.addAll(arguments);
    try {
      Path messages = Files.createTempFile("tool", ".err");
      try {
        return run(new ProcessBuilder(words).directory(folder.toFile()), messages);
      } finally {
        Files.delete(messages);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(command + " cannot be run", e);
    }
  }

  private ToolOutput run(ProcessBuilder builder, Path messages) throws IOException {
    builder.environment().put("LC_ALL", "C");
    Process process = builder.redirectError(messages.toFile()).start();
    process.getOutputStream().close();
    try (InputStream output = process.getInputStream()) {
      byte[] bytes = output.readAllBytes();
      int exitCode = process.waitFor();
      return new ToolOutput(
          exitCode,
          new String(bytes, StandardCharsets.ISO_8859_1),
          Files.readString(messages, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + command, e);
    }
  }

  /** Runs the program in a folder and waits for it. */
  public ToolOutput run(Path folder, String... arguments) {
    return run(folder, List.of(arguments));
  }
}
