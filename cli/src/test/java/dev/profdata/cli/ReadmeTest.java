package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.tck.corpus.KernelSample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles, runs and ships. */
class ReadmeTest {
  private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SAMPLE = Pattern.compile("gunzip -c (\\S+)");

  @TempDir private Path folder = Path.of("");

  private static Path project() {
    return Path.of("..").toAbsolutePath().normalize();
  }

  private static String readme() throws IOException {
    return Files.readString(project().resolve("README.md"));
  }

  @Test
  void theExampleCompilesAndMergesAKernel() throws Exception {
    Matcher example = EXAMPLE.matcher(readme());
    assertTrue(example.find());
    Path source = folder.resolve("Example.java");
    Files.writeString(
        source,
        """
        import dev.profdata.*;
        import dev.profdata.format.*;
        import dev.profdata.model.*;
        import java.nio.file.Path;

        public class Example {
          public static void main(String[] arguments) throws Exception {
            %s
          }
        }
        """
            .formatted(example.group(1)));
    String classPath = System.getProperty("java.class.path");
    int compiled =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(System.out, System.err, "-cp", classPath, source.toString());
    assertEquals(0, compiled);

    byte[] kernel = KernelSample.all().get(KernelSample.all().size() - 2).unpack();
    Files.write(folder.resolve("boot.profraw"), kernel);
    Files.write(folder.resolve("load.profraw"), kernel);
    String output = runExample(classPath);
    assertTrue(Long.parseUnsignedLong(output.lines().reduce("", (a, b) -> b)) >= 0, output);
    assertTrue(Files.size(folder.resolve("vmlinux.profdata")) > 0);
  }

  private String runExample(String classPath) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            folder + ":" + classPath,
            "Example");
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  @Test
  void theSampleThatTheFirstCommandMergesIsThere() throws IOException {
    Matcher sample = SAMPLE.matcher(readme());
    assertTrue(sample.find());
    assertTrue(Files.exists(project().resolve(sample.group(1))), sample.group(1));
  }
}
