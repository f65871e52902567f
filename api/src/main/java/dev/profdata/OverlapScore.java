package dev.profdata;

import dev.profdata.model.FunctionRecord;
import dev.profdata.model.ValueSite;
import java.util.Comparator;
import java.util.List;

/** The common share of two distributions of counts. */
final class OverlapScore {
  private static final Comparator<ValueSite.Value> BY_VALUE =
      (a, b) -> Long.compareUnsigned(a.value(), b.value());

  private OverlapScore() {}

  static double counters(FunctionRecord base, FunctionRecord test, double baseSum, double testSum) {
    double score = 0;
    for (int i = 0; i < test.counterCount(); i++) {
      score += common(base.counter(i), test.counter(i), baseSum, testSum);
    }
    return score;
  }

  /** Adds up site by site, because a sum of floating-point numbers depends on its order. */
  static double values(List<ValueSite> base, List<ValueSite> test, double baseSum, double testSum) {
    double score = 0;
    for (int site = 0; site < base.size(); site++) {
      score += site(sorted(base.get(site)), sorted(test.get(site)), baseSum, testSum);
    }
    return score;
  }

  private static List<ValueSite.Value> sorted(ValueSite site) {
    return site.values().stream().sorted(BY_VALUE).toList();
  }

  private static double site(
      List<ValueSite.Value> base, List<ValueSite.Value> test, double baseSum, double testSum) {
    double score = 0;
    int i = 0;
    int j = 0;
    while (i < base.size() && j < test.size()) {
      int order = BY_VALUE.compare(base.get(i), test.get(j));
      if (order == 0) {
        score += common(base.get(i).count(), test.get(j).count(), baseSum, testSum);
      }
      if (order <= 0) {
        i++;
      }
      if (order >= 0) {
        j++;
      }
    }
    return score;
  }

  private static double common(long base, long test, double baseSum, double testSum) {
    if (baseSum < 1 || testSum < 1) {
      return 0;
    }
    return Math.min(OverlapSums.toDouble(base) / baseSum, OverlapSums.toDouble(test) / testSum);
  }
}
