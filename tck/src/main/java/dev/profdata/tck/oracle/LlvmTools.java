package dev.profdata.tck.oracle;

import dev.profdata.format.LlvmRelease;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The tools of one LLVM release on this machine.
 *
 * <p>{@code clang-N} and {@code llvm-profdata-N} are looked for on the path; {@code llvm-profdata}
 * also in Debian roots that the system property {@code profdata.llvm.roots} names, separated like a
 * path. Where a tool is absent a test is skipped and says so, unless the system property {@code
 * profdata.conformance} is {@code required}: then it fails.
 *
 * @since 0.1
 */
public final class LlvmTools {
  private static final String PROFDATA = "llvm-profdata";
  private static final long TIMEOUT_SECONDS = 120;

  private final LlvmRelease release;

  private LlvmTools(LlvmRelease release) {
    this.release = release;
  }

  /** Returns the tools of a release, at hand or not. */
  public static LlvmTools of(LlvmRelease release) {
    return new LlvmTools(release);
  }

  /** Returns the releases that a conformance run compares with, whose tool is on the path. */
  public static List<LlvmRelease> withProfdata() {
    return LlvmRelease.targets().stream()
        .filter(release -> of(release).command(PROFDATA).isPresent())
        .toList();
  }

  /**
   * Returns the releases that Debian's own packages have, whose tools every conformance run must
   * find.
   */
  public static Stream<LlvmRelease> packaged() {
    return Stream.of(13, 14, 15, 16, 19, 22).map(LlvmRelease::of);
  }

  /** Returns the packaged releases, and those of the roots that were named. */
  public static Stream<LlvmRelease> compared() {
    return Stream.concat(packaged(), withProfdata().stream()).distinct().sorted();
  }

  /** Returns the release. */
  public LlvmRelease release() {
    return release;
  }

  /** Runs {@code llvm-profdata}; skips or fails the test if it is absent. */
  public Outcome profdata(Object... arguments) throws IOException, InterruptedException {
    return run(required(PROFDATA), arguments);
  }

  /** Runs {@code clang}; skips or fails the test if it is absent. */
  public Outcome clang(Object... arguments) throws IOException, InterruptedException {
    return run(required("clang"), arguments);
  }

  /** Runs {@code clang++}; skips or fails the test if it is absent. */
  public Outcome clangxx(Object... arguments) throws IOException, InterruptedException {
    return run(required("clang++"), arguments);
  }

  private List<String> required(String tool) {
    Optional<List<String>> command = command(tool);
    if (command.isEmpty()) {
      String reason = "%s-%d is not on this machine".formatted(tool, release.major());
      if ("required".equals(System.getProperty("profdata.conformance"))) {
        Assertions.fail(reason);
      }
      Assumptions.abort(reason);
    }
    return command.orElseThrow();
  }

  private Optional<List<String>> command(String tool) {
    String name = tool + "-" + release.major();
    Optional<List<String>> onPath =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst()
            .map(path -> List.of(path.toString()));
    return onPath.or(() -> tool.equals(PROFDATA) ? inRoots() : Optional.empty());
  }

  /** A root's tool runs with the root's own loader and libraries, on files of this machine. */
  private Optional<List<String>> inRoots() {
    return Arrays.stream(System.getProperty("profdata.llvm.roots", "").split(File.pathSeparator))
        .filter(root -> !root.isBlank())
        .filter(root -> Files.isExecutable(toolIn(root)))
        .findFirst()
        .map(
            root ->
                List.of(
                    root + "/lib64/ld-linux-x86-64.so.2",
                    "--library-path",
                    root
                        + "/usr/lib/x86_64-linux-gnu:"
                        + root
                        + "/usr/lib/llvm-"
                        + release.major()
                        + "/lib",
                    toolIn(root).toString()));
  }

  private Path toolIn(String root) {
    return Path.of(root, "usr/lib/llvm-" + release.major(), "bin", PROFDATA);
  }

  /**
   * Runs a command to its end.
   *
   * @throws IOException if it cannot be started or takes longer than two minutes
   */
  public static Outcome run(List<String> command, Object... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(command);
    Arrays.stream(arguments).map(Object::toString).forEach(words::add);
    Path out = Files.createTempFile("profdata-oracle", ".out");
    Path err = Files.createTempFile("profdata-oracle", ".err");
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("took too long: " + words);
      }
      return new Outcome(
          words,
          process.exitValue(),
          Files.readString(out, StandardCharsets.ISO_8859_1),
          Files.readString(err, StandardCharsets.ISO_8859_1));
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }

  /**
   * What a tool did.
   *
   * @param command the words of the command
   * @param exit its exit status
   * @param out what it printed, a character for each byte
   * @param err what it printed on the error stream, a character for each byte
   */
  public record Outcome(List<String> command, int exit, String out, String err) {
    /** Fails the test unless the tool succeeded. */
    public Outcome succeeded() {
      Assertions.assertEquals(0, exit, () -> String.join(" ", command) + "\n" + err);
      return this;
    }
  }
}
