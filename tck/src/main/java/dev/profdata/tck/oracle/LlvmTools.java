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
 * Finds the tools of LLVM releases: programs such as {@code llvm-profdata-16} on the path, or
 * {@code bin/llvm-profdata} below one of the folders {@code <root>/llvm-16} that the system
 * property {@value #ROOTS} names.
 *
 * @since 0.1
 */
public final class LlvmTools {
  /** System property: {@code required} makes a missing tool a failure. */
  public static final String CONFORMANCE = "profdata.conformance";

  /** System property: folders that hold {@code llvm-N} folders, separated as in a path. */
  public static final String ROOTS = "profdata.llvm.roots";

  private static final String REQUIRED = "required";
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
    Stream<Path> onPath =
        folders(System.getenv("PATH")).map(folder -> folder.resolve(name + "-" + release));
    Stream<Path> inRoots =
        folders(System.getProperty(ROOTS))
            .map(root -> root.resolve("llvm-" + release).resolve("bin").resolve(name));
    return Stream.concat(onPath, inRoots)
        .filter(Files::isExecutable)
        .findFirst()
        .map(LlvmTool::new);
  }

  private static Stream<Path> folders(@Nullable String list) {
    return Optional.ofNullable(list).stream()
        .flatMap(folders -> Arrays.stream(folders.split(Pattern.quote(File.pathSeparator))))
        .filter(folder -> !folder.isBlank())
        .map(Path::of);
  }
}
