package dev.profdata.io;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that was lost, repaired or doubtful, as data.
 *
 * @param kind what it is
 * @param source the name of the input that it concerns
 * @param function the function that it concerns, empty if the whole input is meant
 * @param offset in bytes from the start of the input, if one place is meant
 * @param detail one sentence for people
 * @since 0.1
 */
public record Finding(
    FindingKind kind,
    String source,
    Optional<String> function,
    OptionalLong offset,
    String detail) {

  /** Returns a finding about a whole input. */
  public static Finding of(FindingKind kind, String source, String detail) {
    return new Finding(kind, source, Optional.empty(), OptionalLong.empty(), detail);
  }

  /** Returns a finding about a place in an input. */
  public static Finding at(FindingKind kind, String source, long offset, String detail) {
    return new Finding(kind, source, Optional.empty(), OptionalLong.of(offset), detail);
  }

  /** Returns a finding about a function of an input. */
  public static Finding in(FindingKind kind, String source, String function, String detail) {
    return new Finding(kind, source, Optional.of(function), OptionalLong.empty(), detail);
  }

  /** Returns for example {@code a.profraw: main: counter overflow}. */
  @Override
  public String toString() {
    String where = offset.isPresent() ? " (at 0x%x)".formatted(offset.getAsLong()) : "";
    return source + ": " + function.map(name -> name + ": ").orElse("") + detail + where;
  }
}
