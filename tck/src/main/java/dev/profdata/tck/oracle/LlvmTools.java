package dev.profdata.tck.oracle;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds the tools of LLVM releases: programs such as {@code llvm-profdata-16} on the path, or in
 * one of the Debian roots (made by {@code debootstrap}) that the system property {@value #ROOTS}
 * names; a tool of a root runs with the root's own libraries, on files of this machine.
 *
 * @since 0.1
 */
public final class LlvmTools {
  /** System property: {@code required} makes a missing tool a failure. */
  public static final String CONFORMANCE = "profdata.conformance";

  /** System property: folders that hold Debian roots, separated as in a path. */
  public static final String ROOTS = "profdata.llvm.roots";

  private static final String REQUIRED = "required";
  private static final List<Integer> PACKAGED = List.of(13, 14, 15, 16, 19, 22);
  private static final int OLDEST = 13;
  private static final int NEWEST = 23;

  private LlvmTools() {}

  /** Returns {@code llvm-profdata} of a release, or skips or fails the test that asks. */
  public static LlvmTool profdata(int release) {
    return require("llvm-profdata", release);
  }

  /** Returns {@code clang} of a release, or skips or fails the test that asks. */
  public static LlvmTool clang(int release) {
    return require("clang", release);
  }

  /** Returns {@code clang++} of a release, or skips or fails the test that asks. */
  public static LlvmTool clangxx(int release) {
    return require("clang++", release);
  }

  /**
   * Returns the releases to compare with, oldest first: those that Debian's own packages have,
   * installed or not, and any other that is installed.
   */
  public static List<Integer> compared() {
    return Stream.concat(PACKAGED.stream(), installed().stream()).distinct().sorted().toList();
  }

  /**
   * Returns the releases to compile with, oldest first: those that Debian's own packages have. The
   * compiler of a root runs in that root only.
   */
  public static List<Integer> compilers() {
    return PACKAGED;
  }

  /** Returns the releases, oldest first, whose {@code llvm-profdata} is installed. */
  public static List<Integer> installed() {
    return Stream.iterate(OLDEST, release -> release <= NEWEST, release -> release + 1)
        .filter(release -> find("llvm-profdata", release).isPresent())
        .toList();
  }

  /** Returns a program of a release, or skips or fails the test that asks. */
  public static LlvmTool require(String name, int release) {
    Optional<LlvmTool> tool = find(name, release);
    if (tool.isPresent()) {
      return tool.get();
    }
    String reason = "%s of LLVM %d is not installed".formatted(name, release);
    if (System.getProperty(CONFORMANCE, "").equals(REQUIRED)) {
      return Assertions.fail(reason);
    }
    return Assumptions.abort(reason);
  }

  /** Returns a program of a release, empty if it is not installed. */
  public static Optional<LlvmTool> find(String name, int release) {
    Optional<LlvmTool> onPath =
        folders(System.getenv("PATH"))
            .map(folder -> folder.resolve(name + "-" + release))
            .filter(Files::isExecutable)
            .findFirst()
            .map(program -> new LlvmTool(List.of(program.toString())));
    return onPath.or(
        () ->
            folders(System.getProperty(ROOTS))
                .flatMap(root -> inRoot(root, name, release).stream())
                .findFirst());
  }

  private static Optional<LlvmTool> inRoot(Path root, String name, int release) {
    Path llvm = root.resolve("usr/lib/llvm-" + release);
    Path program = llvm.resolve("bin").resolve(name);
    if (!Files.isExecutable(program)) {
      return Optional.empty();
    }
    String libraries = root.resolve("usr/lib/x86_64-linux-gnu") + ":" + llvm.resolve("lib");
    return Optional.of(
        new LlvmTool(
            List.of(
                root.resolve("lib64/ld-linux-x86-64.so.2").toString(),
                "--library-path",
                libraries,
                program.toString())));
  }

  private static Stream<Path> folders(@Nullable String list) {
    return Optional.ofNullable(list).stream()
        .flatMap(folders -> Arrays.stream(folders.split(Pattern.quote(File.pathSeparator))))
        .filter(folder -> !folder.isBlank())
        .map(Path::of);
  }
}
