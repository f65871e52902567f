package dev.profdata.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an unsigned number of 64 bits. */
final class Unsigned implements ITypeConverter<Long> {
  Unsigned() {}

  @Override
  public Long convert(String value) {
    try {
      return Long.parseUnsignedLong(value);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + value + "' is no number from 0 to 2^64-1");
    }
  }
}
