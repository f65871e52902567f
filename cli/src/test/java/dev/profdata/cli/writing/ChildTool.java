package dev.profdata.cli.writing;

import dev.profdata.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run of the command line in a process of its own left behind.
 *
 * @param output standard output and messages
 */
record ChildTool(int exitCode, String output) {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /**
   * Runs a line of the shell.
   *
   * @param line in which {@code "$@"} stands for the tool with its arguments
   */
  static ChildTool inShell(String line, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", line, "sh", JAVA));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** Runs any program. */
  static ChildTool run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new ChildTool(process.waitFor(), output);
  }
}
