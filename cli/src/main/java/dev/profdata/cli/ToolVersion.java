package dev.profdata.cli;

import dev.profdata.format.LlvmRelease;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class ToolVersion implements IVersionProvider {
  ToolVersion() {}

  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(ToolVersion.class.getPackage().getImplementationVersion())
            .or(
                () ->
                    Optional.ofNullable(ToolVersion.class.getModule().getDescriptor())
                        .flatMap(module -> module.rawVersion()))
            .orElse("(development)");
    return new String[] {
      "%s %s".formatted(CommandRunner.NAME, version),
      "writes profiles for LLVM %d to %d"
          .formatted(LlvmRelease.oldestTarget().major(), LlvmRelease.newest().major())
    };
  }
}
