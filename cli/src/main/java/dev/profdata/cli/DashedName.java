package dev.profdata.cli;

import java.util.EnumSet;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads constants of an enum in small letters with dashes, such as {@code keep-first}, and lists
 * them for completion.
 */
class DashedName<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {
  private final Class<E> constants;

  DashedName(Class<E> constants) {
    this.constants = constants;
  }

  @Override
  public E convert(String value) {
    return EnumSet.allOf(constants).stream()
        .filter(constant -> of(constant).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + value + "' is none of " + String.join(", ", this)));
  }

  @Override
  public Iterator<String> iterator() {
    return EnumSet.allOf(constants).stream().map(DashedName::of).iterator();
  }

  /** Returns how a constant is spelt. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
