package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.tck.corpus.KernelSample;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged parts do the same on the class path, on the module path and as one jar. */
class PackagedIT {
  private static final Set<String> MODULES =
      Set.of(
          "dev.profdata.api",
          "dev.profdata.raw",
          "dev.profdata.indexed",
          "dev.profdata.cli",
          "com.google.common",
          "com.google.common.util.concurrent.internal",
          "com.samskivert.jmustache",
          "info.picocli",
          "me.tongfei.progressbar",
          "org.jline.terminal");

  @TempDir private Path folder = Path.of("");
  private String kernel = "";

  @BeforeEach
  void unpackKernel() throws IOException {
    Path file = folder.resolve("kernel.profraw");
    kernel = Files.write(file, KernelSample.all().get(0).unpack()).toString();
  }

  /** Returns the parts of the class path that are modules, JSON's included. */
  private static String modulePath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(PackagedIT::isWanted)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isWanted(String entry) {
    if (entry.endsWith("test-classes") || !Files.exists(Path.of(entry))) {
      return false;
    }
    return ModuleFinder.of(Path.of(entry)).findAll().stream()
        .map(module -> module.descriptor().name())
        .anyMatch(name -> MODULES.contains(name) || name.equals("com.fasterxml.jackson.core"));
  }

  private static String[] onModulePath() {
    return new String[] {
      "-p",
      modulePath(),
      "--add-modules",
      "ALL-MODULE-PATH",
      "-m",
      "dev.profdata.cli/dev.profdata.cli.Main"
    };
  }

  private byte[] merge(String... java) throws IOException, InterruptedException {
    return output(List.of("merge", "--llvm=22", kernel), java);
  }

  /** Returns what a command writes in a virtual machine of its own. */
  private byte[] output(List<String> command, String... java)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", "");
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of(java));
    line.addAll(command);
    line.addAll(List.of("-o", output.toString()));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String messages = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), messages);
    return Files.readAllBytes(output);
  }

  @Test
  void classPathModulePathAndJarMergeAlike() throws IOException, InterruptedException {
    byte[] inThisMachine = ToolRun.of("merge", "--llvm=22", kernel).bytes();
    assertTrue(inThisMachine.length > 0);
    assertArrayEquals(
        inThisMachine,
        merge("-cp", System.getProperty("java.class.path"), "dev.profdata.cli.Main"),
        "class path");
    assertArrayEquals(inThisMachine, merge(onModulePath()), "module path");
    assertArrayEquals(inThisMachine, merge("-jar", System.getProperty("profdata.jar", "")), "jar");
  }

  @Test
  void theTemplatesOfTheReportAreFoundInModulesAndJar() throws IOException, InterruptedException {
    List<String> report = List.of("report", kernel);
    byte[] inThisMachine = ToolRun.of("report", kernel).bytes();
    assertArrayEquals(inThisMachine, output(report, onModulePath()), "module path");
    assertArrayEquals(
        inThisMachine, output(report, "-jar", System.getProperty("profdata.jar", "")), "jar");
  }
}
