package dev.profdata.cli;

import dev.profdata.format.LlvmRelease;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a format such as {@code raw:8}, {@code indexed:9}, {@code text} or {@code llvm:16}. */
final class FormatName implements ITypeConverter<NamedFormat>, Iterable<String> {
  FormatName() {}

  @Override
  public NamedFormat convert(String value) {
    try {
      return NamedFormat.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** Lists the names, for completion. */
  @Override
  public Iterator<String> iterator() {
    LlvmRelease newest = LlvmRelease.newest();
    return Stream.of(
            numbered("raw:", 1, newest.rawVersion()),
            numbered("indexed:", 1, newest.indexedVersion()),
            Stream.of("text"),
            numbered("llvm:", LlvmRelease.oldestTarget().major(), newest.major()))
        .flatMap(names -> names)
        .iterator();
  }

  private static Stream<String> numbered(String prefix, int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(number -> prefix + number);
  }
}
