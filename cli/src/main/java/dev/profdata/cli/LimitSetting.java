package dev.profdata.cli;

import dev.profdata.io.Limit;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A limit for reading, as the command line has it.
 *
 * @param value at least 1
 */
record LimitSetting(Limit limit, long value) {
  private static final String UNITS = "kmg";
  private static final int BITS_OF_UNIT = 10;

  private static Stream<String> names() {
    return Arrays.stream(Limit.values()).map(Limit::option);
  }

  /** What completion offers. */
  static final class Candidates implements Iterable<String> {
    Candidates() {}

    @Override
    public Iterator<String> iterator() {
      return names().map(name -> name + "=").iterator();
    }
  }

  /** Reads {@code NAME=VALUE}. */
  static final class Converter implements ITypeConverter<LimitSetting> {
    Converter() {}

    @Override
    public LimitSetting convert(String word) {
      int equals = word.indexOf('=');
      if (equals < 0) {
        throw new TypeConversionException("'%s' is not NAME=VALUE".formatted(word));
      }
      String name = word.substring(0, equals);
      Limit limit =
          Limit.ofOption(name)
              .orElseThrow(
                  () ->
                      new TypeConversionException(
                          "no limit is named '%s': there are %s"
                              .formatted(name, names().collect(Collectors.joining(", ")))));
      return new LimitSetting(limit, number(word.substring(equals + 1)));
    }

    private static long number(String text) {
      String digits = text;
      int shift = 0;
      if (!text.isEmpty()) {
        String last = text.substring(text.length() - 1).toLowerCase(Locale.ROOT);
        shift = BITS_OF_UNIT * (UNITS.indexOf(last) + 1);
        digits = shift == 0 ? text : text.substring(0, text.length() - 1);
      }
      try {
        long value = Long.parseLong(digits);
        if (value >= 1 && value <= Long.MAX_VALUE >> shift) {
          return value << shift;
        }
      } catch (NumberFormatException e) {
        // Told below, like a number that is out of range.
      }
      throw new TypeConversionException(
          "'%s' is not a number from 1 on, with k, m or g behind it or not".formatted(text));
    }
  }
}
