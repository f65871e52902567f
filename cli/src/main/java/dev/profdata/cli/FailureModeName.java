package dev.profdata.cli;

import dev.profdata.FailureMode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads LLVM's names of the failure modes. */
final class FailureModeName implements ITypeConverter<FailureMode> {
  FailureModeName() {}

  @Override
  public FailureMode convert(String value) {
    return switch (value) {
      case "any" -> FailureMode.ANY;
      case "all" -> FailureMode.ALL;
      case "warn" -> FailureMode.WARN;
      default -> throw new TypeConversionException("'" + value + "' is none of any, all, warn");
    };
  }
}
