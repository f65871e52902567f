package dev.profdata.cli.report;

import dev.profdata.model.FunctionRecord;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileSummary;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The functions of a profile with their counts, each key once.
 *
 * <p>Functions that are only marked as hot or warm ({@link ProfileSummary#isPseudoCount}) count
 * nothing; they are kept apart. Immutable.
 */
final class ProfileFunctions {
  private static final Comparator<FunctionCounts> BY_SUM =
      Comparator.comparing(FunctionCounts::sum).reversed();
  private static final Comparator<FunctionCounts> BY_MAX_COUNT =
      (a, b) -> Long.compareUnsigned(b.maxCount(), a.maxCount());

  private final Map<FunctionKey, FunctionCounts> functions = new LinkedHashMap<>();
  private final BigInteger total;
  private long marked;
  private long executedRecords;
  private long executedCounters;

  private ProfileFunctions(InstrProfile profile) {
    profile.functions().forEach(this::add);
    total = sum(functions.values());
  }

  static ProfileFunctions of(InstrProfile profile) {
    return new ProfileFunctions(profile);
  }

  private void add(FunctionRecord function) {
    if (isMarked(function)) {
      marked++;
      return;
    }
    FunctionCounts counts = FunctionCounts.of(function);
    functions.merge(counts.key(), counts, FunctionCounts::plus);
    executedRecords += counts.isExecuted() ? 1 : 0;
    executedCounters += counts.executedCounters();
  }

  private static BigInteger sum(Collection<FunctionCounts> functions) {
    return functions.stream().map(FunctionCounts::sum).reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static boolean isMarked(FunctionRecord function) {
    return function.counterCount() > 0 && ProfileSummary.isPseudoCount(function.counter(0));
  }

  /** Returns all functions in the order of the file. */
  Collection<FunctionCounts> all() {
    return Collections.unmodifiableCollection(functions.values());
  }

  Optional<FunctionCounts> find(FunctionKey key) {
    return Optional.ofNullable(functions.get(key));
  }

  /** Returns the sum of all counters. */
  BigInteger total() {
    return total;
  }

  /** Returns the part of all counts that a function has, from 0 to 1. */
  double share(FunctionCounts function) {
    return share(function.sum());
  }

  double share(BigInteger sum) {
    return total.signum() == 0 ? 0 : sum.doubleValue() / total.doubleValue();
  }

  /** Returns how many records are marked as hot or warm and count nothing. */
  long marked() {
    return marked;
  }

  /** Returns how many records have a counter above 0, those of the same function one by one. */
  long executedRecords() {
    return executedRecords;
  }

  /** Returns how many counters of all records are not 0. */
  long executedCounters() {
    return executedCounters;
  }

  /** Returns the executed functions with the largest sums, equal ones in the order of the file. */
  List<FunctionCounts> hottestBySum(int limit) {
    return hottest(BY_SUM, limit);
  }

  /** Returns the executed functions with the largest counters, equal ones in file order. */
  List<FunctionCounts> hottestByMaxCount(int limit) {
    return hottest(BY_MAX_COUNT, limit);
  }

  private List<FunctionCounts> hottest(Comparator<FunctionCounts> order, int limit) {
    return functions.values().stream()
        .filter(FunctionCounts::isExecuted)
        .sorted(order)
        .limit(limit)
        .toList();
  }
}
