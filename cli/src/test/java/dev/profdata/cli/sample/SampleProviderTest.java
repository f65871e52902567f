package dev.profdata.cli.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A vendor's provider, compiled against the api alone and packed by itself, passes the kit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleProviderTest {
  private static final Path SAMPLE = Path.of("src", "test", "sample-provider");
  private static final String CLASS_PATH = System.getProperty("java.class.path");
  private static final Set<String> MODULES =
      Set.of(
          "dev.profdata.api",
          "dev.profdata.raw",
          "dev.profdata.indexed",
          "com.google.common",
          "com.google.common.util.concurrent.internal");

  private Path jar = Path.of("");
  private Path kit = Path.of("");

  @BeforeAll
  void compileAndPack(@TempDir Path folder) throws IOException {
    Path classes = folder.resolve("classes");
    jar = folder.resolve("acme.jar");
    kit = folder.resolve("kit");
    tool(
        "javac",
        "-d",
        classes.toString(),
        "-p",
        path(Set.of("dev.profdata.api")),
        sources(folder, "src"));
    tool(
        "jar",
        "--create",
        "--file=" + jar,
        "-C",
        classes.toString(),
        ".",
        "-C",
        SAMPLE.toString(),
        "META-INF");
    String all = CLASS_PATH + File.pathSeparator + jar;
    tool("javac", "-proc:none", "-d", kit.toString(), "-cp", all, sources(folder, "kit"));
  }

  /** Returns a file that lists the sources in a folder, as an argument of the compiler. */
  private static String sources(Path folder, String name) throws IOException {
    Path list = folder.resolve(name + ".txt");
    try (Stream<Path> files = Files.walk(SAMPLE.resolve(name))) {
      List<String> sources =
          files.map(Path::toString).filter(file -> file.endsWith(".java")).toList();
      Files.write(list, sources);
    }
    return "@" + list;
  }

  /** Returns the parts of the class path that are one of some modules. */
  private static String path(Set<String> modules) {
    return Arrays.stream(CLASS_PATH.split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes") && Files.exists(Path.of(entry)))
        .filter(
            entry ->
                ModuleFinder.of(Path.of(entry)).findAll().stream()
                    .anyMatch(module -> modules.contains(module.descriptor().name())))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void tool(String name, String... arguments) throws IOException {
    String output = run(name, List.of(arguments));
    assertTrue(output.isBlank(), output);
  }

  private static String run(String program, List<String> arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", program).toString());
    line.addAll(arguments);
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private String runKit(String... java) throws IOException {
    List<String> line = new ArrayList<>(List.of(java));
    line.add(KitMain.class.getName());
    line.add("com.acme.profile.kit.AcmeProviderKit");
    line.add("com.acme.profile.AcmeProvider");
    return run("java", line);
  }

  private static void assertPassed(String module, String output) {
    String last = output.strip().lines().reduce("", (before, line) -> line);
    assertTrue(
        last.matches("provider in module " + module + ", \\d{2,} succeeded, 0 failed"), output);
  }

  @Test
  void passesTheKitOnTheClassPath() throws IOException {
    String all = String.join(File.pathSeparator, CLASS_PATH, jar.toString(), kit.toString());
    assertPassed("null", runKit("-cp", all));
  }

  @Test
  void passesTheKitOnTheModulePath() throws IOException {
    String modules = path(MODULES) + File.pathSeparator + jar;
    String rest = CLASS_PATH + File.pathSeparator + kit;
    assertPassed(
        "com.acme.profile", runKit("-p", modules, "--add-modules", "ALL-MODULE-PATH", "-cp", rest));
  }

  @Test
  void isCompiledAgainstTheApiAlone() throws IOException {
    String source = Files.readString(SAMPLE.resolve("src").resolve("module-info.java"));
    assertEquals(
        List.of("requires dev.profdata.api;"),
        source.lines().map(String::strip).filter(line -> line.startsWith("requires")).toList());
  }
}
