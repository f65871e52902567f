package dev.profdata.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a switch the way LLVM's tools do. */
final class LlvmBoolean implements ITypeConverter<Boolean> {
  LlvmBoolean() {}

  @Override
  public Boolean convert(String value) {
    return switch (value) {
      case "", "true", "TRUE", "True", "1" -> true;
      case "false", "FALSE", "False", "0" -> false;
      default ->
          throw new TypeConversionException(
              "'%s' is invalid value for boolean argument! Try 0 or 1".formatted(value));
    };
  }
}
