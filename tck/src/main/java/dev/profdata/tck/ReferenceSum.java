package dev.profdata.tck;

import dev.profdata.model.FunctionRecord;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ValueKind;
import dev.profdata.model.ValueSite;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sums by plain arithmetic on big numbers: slow, and right. */
final class ReferenceSum {
  /** The generated counters stay below LLVM's ceilings of all releases but the lower one. */
  private static final BigInteger CEILING = unsigned(-3);

  private static final BigInteger VALUE_CEILING = unsigned(-1);

  private ReferenceSum() {}

  private static BigInteger unsigned(long value) {
    return new BigInteger(Long.toUnsignedString(value));
  }

  /** Returns what the counters of a function add up to, at least where no sum is that large. */
  static long[] counters(List<InstrProfile> runs, FunctionRecord like) {
    long[] saturated = like.counters();
    BigInteger[] sums = new BigInteger[like.counterCount()];
    Arrays.fill(sums, BigInteger.ZERO);
    for (FunctionRecord function : records(runs, like)) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] = sums[i].add(unsigned(function.counter(i)));
      }
    }
    long[] expected = new long[sums.length];
    for (int i = 0; i < sums.length; i++) {
      boolean over = sums[i].compareTo(CEILING) >= 0;
      boolean stopped = Long.compareUnsigned(saturated[i], -3) >= 0;
      long ceiling = stopped ? saturated[i] : CEILING.longValue();
      expected[i] = over ? ceiling : sums[i].longValue();
    }
    return expected;
  }

  private static List<FunctionRecord> records(List<InstrProfile> runs, FunctionRecord like) {
    return runs.stream()
        .flatMap(InstrProfile::functions)
        .filter(
            function ->
                function.nameHash() == like.nameHash()
                    && function.structuralHash() == like.structuralHash())
        .toList();
  }

  /** Returns the sums of each value at each site of a function, saturated. */
  static List<Map<Long, BigInteger>> values(List<InstrProfile> runs, FunctionRecord like) {
    List<Map<Long, BigInteger>> sites = new ArrayList<>();
    for (FunctionRecord function : records(runs, like)) {
      int next = 0;
      for (ValueKind kind : ValueKind.all()) {
        for (ValueSite site : function.valueSites(kind)) {
          if (next == sites.size()) {
            sites.add(new TreeMap<>());
          }
          Map<Long, BigInteger> sums = sites.get(next++);
          for (ValueSite.Value value : site.values()) {
            sums.merge(
                value.value(), unsigned(value.count()), (a, b) -> a.add(b).min(VALUE_CEILING));
          }
        }
      }
    }
    return sites;
  }

  /** Returns the hashes of all functions. */
  static Set<String> keys(List<InstrProfile> runs) {
    Set<String> keys = new TreeSet<>();
    runs.stream()
        .flatMap(InstrProfile::functions)
        .forEach(
            function -> keys.add("%s 0x%x".formatted(function.name(), function.structuralHash())));
    return keys;
  }
}
