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
 * @param program where it stands
 * @since 0.1
 */
public record LlvmTool(Path program) {
  /**
   * Runs the program in a folder and waits for it.
   *
   * @param folder where relative paths among the arguments start
   */
  public ToolOutput run(Path folder, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(arguments);
    try {
      Path messages = Files.createTempFile("tool", ".err");
      try {
        return run(new ProcessBuilder(command).directory(folder.toFile()), messages);
      } finally {
        Files.delete(messages);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(program + " cannot be run", e);
    }
  }

  private ToolOutput run(ProcessBuilder builder, Path messages) throws IOException {
    builder.environment().put("LC_ALL", "C");
    Process process = builder.redirectError(messages.toFile()).start();
    process.getOutputStream().close();
    try (InputStream output = process.getInputStream()) {
      byte[] bytes = output.readAllBytes();
      int exitCode = process.waitFor();
      return new ToolOutput(exitCode, bytes, Files.readString(messages, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + program, e);
    }
  }

  /** Runs the program in a folder and waits for it. */
  public ToolOutput run(Path folder, String... arguments) {
    return run(folder, List.of(arguments));
  }
}
