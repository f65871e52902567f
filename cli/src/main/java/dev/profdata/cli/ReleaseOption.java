package dev.profdata.cli;

import dev.profdata.format.LlvmRelease;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says which release of LLVM is to be followed. */
final class ReleaseOption {
  private static final String VARIABLE = "PROFDATA_LLVM";

  @Option(
      names = "--llvm",
      paramLabel = "N",
      completionCandidates = TargetNumbers.class,
      description =
          "Behave as the tool of LLVM release N (13 to 23; default: environment variable "
              + VARIABLE
              + ", else the newest)")
  private @Nullable String major;

  ReleaseOption() {}

  /** Returns the release that the caller named, empty if none was. */
  Optional<LlvmRelease> named(Terminal terminal) {
    return Optional.ofNullable(major)
        .or(() -> Optional.ofNullable(terminal.environment().get(VARIABLE)))
        .filter(number -> !number.isBlank())
        .map(this::parse);
  }

  /** Returns the release that the caller named, else the newest. */
  LlvmRelease orNewest(Terminal terminal) {
    return named(terminal).orElse(LlvmRelease.newest());
  }

  private LlvmRelease parse(String number) {
    return LlvmRelease.targets().stream()
        .filter(release -> number.strip().equals(Integer.toString(release.major())))
        .findFirst()
        .orElseThrow(
            () ->
                new WrongUsageException(
                    "LLVM '%s' is no known target: known are %d to %d"
                        .formatted(
                            number,
                            LlvmRelease.oldestTarget().major(),
                            LlvmRelease.newest().major())));
  }
}
