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
public record ChildTool(int exitCode, String output) {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /**
   * Runs a line of the shell.
   *
   * @param line in which {@code "$@"} stands for the tool with its arguments
   */
  public static ChildTool inShell(String line, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", line, "sh"));
    command.addAll(java(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), arguments));
    return run(command);
  }

  /** Runs the tool with a heap of so many megabytes, compiled and collected as by default. */
  public static ChildTool withHeap(int megabytes, String... arguments)
      throws IOException, InterruptedException {
    return run(java(List.of("-Xmx" + megabytes + "m"), arguments));
  }

  private static List<String> java(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Runs any program. */
  public static ChildTool run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new ChildTool(process.waitFor(), output);
  }
}
