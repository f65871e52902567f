package dev.profdata.cli;

import java.util.SortedMap;
import java.util.TreeMap;

/** How many value sites of a kind there are, and how many values they hold. */
final class ValueSiteStatistics {
  private final SortedMap<Integer, Long> histogram = new TreeMap<>();
  private long sites;
  private long values;

  /** Adds a site with so many values. */
  void add(int valuesOfSite) {
    sites++;
    values += valuesOfSite;
    if (valuesOfSite > 0) {
      histogram.merge(valuesOfSite, 1L, Long::sum);
    }
  }

  long sites() {
    return sites;
  }

  long sitesWithValues() {
    return histogram.values().stream().mapToLong(Long::longValue).sum();
  }

  long values() {
    return values;
  }

  /** Returns for each number of values above 0 how many sites have so many, ascending. */
  SortedMap<Integer, Long> histogram() {
    return histogram;
  }
}
