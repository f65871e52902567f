package dev.profdata.model;

import java.util.List;

/**
 * A place in a function where values are counted.
 *
 * @param kind what is counted
 * @param values in the order of the file; the same value may occur more than once
 * @since 0.1
 */
public record ValueSite(ValueKind kind, List<Value> values) {
  /** Copies the list. */
  public ValueSite {
    values = List.copyOf(values);
  }

  /**
   * A value and how often it was seen.
   *
   * @param value a number, or the hash of a target's name; 0 for a target that is not in the
   *     profile
   * @param count unsigned
   */
  public record Value(long value, long count) {}
}
