package dev.profdata;

import dev.profdata.model.FunctionRecord;
import dev.profdata.model.ValueKind;
import dev.profdata.model.ValueSite;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Sums of counts, or shares of such sums, as a comparison of profiles adds them up.
 *
 * @param entries how many functions, or counters of one function, are meant
 * @param counters the sum or share of their counters
 * @param values the sum or share of the counts at value sites, by kind; 0 for kinds not in the map
 * @since 0.1
 */
public record OverlapSums(long entries, double counters, Map<ValueKind, Double> values) {
  /** Nothing. */
  public static final OverlapSums ZERO = new OverlapSums(0, 0, Map.of());

  private static final double TWO = 2;

  /** Copies the map. */
  public OverlapSums {
    values = Map.copyOf(values);
  }

  /** Returns the sum or share of one kind of values. */
  public double values(ValueKind kind) {
    return values.getOrDefault(kind, 0.0);
  }

  OverlapSums plus(OverlapSums other) {
    return plus(other.entries, other.counters, other.values);
  }

  OverlapSums plus(long moreEntries, double moreCounters, Map<ValueKind, Double> moreValues) {
    Map<ValueKind, Double> sums = new EnumMap<>(ValueKind.class);
    sums.putAll(values);
    moreValues.forEach((kind, more) -> sums.merge(kind, more, Double::sum));
    return new OverlapSums(entries + moreEntries, counters + moreCounters, sums);
  }

  /** Returns these sums as one entry whose counts are shares of {@code whole}. */
  OverlapSums asShareOf(OverlapSums whole) {
    Map<ValueKind, Double> shares = new EnumMap<>(ValueKind.class);
    values.forEach(
        (kind, sum) -> {
          if (whole.values(kind) >= 1) {
            shares.put(kind, sum / whole.values(kind));
          }
        });
    return new OverlapSums(1, counters / whole.counters, shares);
  }

  /** Returns the sums of a function; each wraps at 2^64 as LLVM's do. */
  static OverlapSums of(FunctionRecord function) {
    Map<ValueKind, Double> values = new EnumMap<>(ValueKind.class);
    for (ValueKind kind : ValueKind.all()) {
      long sum =
          function.valueSites(kind).stream()
              .flatMap(site -> site.values().stream())
              .mapToLong(ValueSite.Value::count)
              .sum();
      values.put(kind, toDouble(sum));
    }
    long counters = Arrays.stream(function.counters()).sum();
    return new OverlapSums(function.counterCount(), toDouble(counters), values);
  }

  /** Returns an unsigned number as the nearest double. */
  static double toDouble(long unsigned) {
    // Half of a large number, its lost bit kept sticky, rounds as the number itself would.
    return unsigned >= 0 ? unsigned : (double) (unsigned >>> 1 | unsigned & 1) * TWO;
  }
}
