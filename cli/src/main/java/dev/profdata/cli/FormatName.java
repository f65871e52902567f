package dev.profdata.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a format such as {@code raw:8}, {@code indexed:9}, {@code text} or {@code llvm:16}. */
final class FormatName implements ITypeConverter<NamedFormat> {
  FormatName() {}

  @Override
  public NamedFormat convert(String value) {
    try {
      return NamedFormat.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
