package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.profdata.tck.corpus.KernelSample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher does what the jar does, whatever heap the user wants. */
class LauncherIT {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"", "-Xmx64m", "-Xmx2g", "-XX:MaxHeapSize=64m -Dany=thing"})
  void mergesAsTheJarDoes(String javaOptions) throws IOException, InterruptedException {
    Path launcher = Path.of(System.getProperty("profdata.jar", "")).resolveSibling("profdata");
    assumeTrue(Files.isExecutable(launcher), "no launcher on this system");
    Path kernel = folder.resolve("kernel.profraw");
    Files.write(kernel, KernelSample.all().get(0).unpack());
    Path output = folder.resolve("output");
    ProcessBuilder line =
        new ProcessBuilder(
                launcher.toString(),
                "merge",
                "--llvm=22",
                kernel.toString(),
                "-o",
                output.toString())
            .redirectErrorStream(true);
    line.environment().put("PROFDATA_JAVA_OPTIONS", javaOptions);
    Process process = line.start();
    String messages = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), messages);
    assertEquals("", messages.lines().filter(text -> text.contains("[gc")).findAny().orElse(""));
    assertArrayEquals(
        ToolRun.of("merge", "--llvm=22", kernel.toString()).bytes(), Files.readAllBytes(output));
  }
}
