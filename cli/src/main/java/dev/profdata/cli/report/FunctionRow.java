package dev.profdata.cli.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A function in a list of hot ones.
 *
 * @param bar the width of its bar in percent
 */
record FunctionRow(
    String rank,
    NameView name,
    String sum,
    String share,
    String maxCount,
    String executed,
    String bar) {
  static List<FunctionRow> bySum(ProfileFunctions functions, int limit) {
    return rows(functions.hottestBySum(limit), functions, FunctionCounts::sum);
  }

  static List<FunctionRow> byMaxCount(ProfileFunctions functions, int limit) {
    return rows(
        functions.hottestByMaxCount(limit),
        functions,
        function -> UnsignedSum.toBigInteger(function.maxCount()));
  }

  private static List<FunctionRow> rows(
      List<FunctionCounts> hottest, ProfileFunctions functions, Measure measure) {
    List<FunctionRow> rows = new ArrayList<>();
    for (FunctionCounts function : hottest) {
      double part = measure.of(function).doubleValue() / measure.of(hottest.get(0)).doubleValue();
      rows.add(
          new FunctionRow(
              Numbers.grouped(rows.size() + 1L),
              NameView.of(function.function()),
              Numbers.grouped(function.sum()),
              Numbers.percent(functions.share(function)),
              Numbers.unsigned(function.maxCount()),
              Numbers.of(function.executedCounters(), function.counters()),
              Numbers.bar(part)));
    }
    return rows;
  }

  /** What the bars show. */
  @FunctionalInterface
  private interface Measure {
    BigInteger of(FunctionCounts function);
  }
}
