package dev.profdata.cli.report;

import dev.profdata.model.FunctionRecord;
import java.math.BigInteger;

/**
 * What was counted in a function.
 *
 * @param function its record, the first if it has several
 * @param sum of all its counters
 * @param maxCount its largest counter, unsigned
 * @param counters how many counters it has
 * @param executedCounters how many of them are not 0 in the record that has most of those
 */
record FunctionCounts(
    FunctionRecord function, BigInteger sum, long maxCount, int counters, int executedCounters) {
  static FunctionCounts of(FunctionRecord function) {
    UnsignedSum sum = new UnsignedSum();
    long max = 0;
    int executed = 0;
    int counters = function.counterCount();
    for (int i = 0; i < counters; i++) {
      long counter = function.counter(i);
      sum.add(counter);
      max = Long.compareUnsigned(counter, max) > 0 ? counter : max;
      executed += counter == 0 ? 0 : 1;
    }
    return new FunctionCounts(function, sum.value(), max, counters, executed);
  }

  FunctionKey key() {
    return FunctionKey.of(function);
  }

  /** Tells whether any part of the function ran. */
  boolean isExecuted() {
    return maxCount != 0;
  }

  /** Adds what another record of the same function counted, that of another image for example. */
  FunctionCounts plus(FunctionCounts other) {
    return new FunctionCounts(
        function,
        sum.add(other.sum),
        Long.compareUnsigned(maxCount, other.maxCount) >= 0 ? maxCount : other.maxCount,
        counters,
        Math.max(executedCounters, other.executedCounters));
  }
}
