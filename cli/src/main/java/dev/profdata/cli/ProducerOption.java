package dev.profdata.cli;

import dev.profdata.format.LlvmRelease;
import dev.profdata.io.WriteOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says which compiler wrote a front-end profile whose version does not tell. */
final class ProducerOption {
  @Option(
      names = "--producer",
      paramLabel = "N",
      completionCandidates = TargetNumbers.class,
      description =
          "LLVM release of the clang that wrote front-end profiles of raw version 5 or 10, which do"
              + " not tell")
  private @Nullable Integer major;

  ProducerOption() {}

  WriteOptions applyTo(WriteOptions options) {
    if (major == null) {
      return options;
    }
    try {
      return options.withProducer(LlvmRelease.of(major));
    } catch (IllegalArgumentException e) {
      throw new WrongUsageException(String.valueOf(e.getMessage()));
    }
  }
}
