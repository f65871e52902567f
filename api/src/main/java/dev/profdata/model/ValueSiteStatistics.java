package dev.profdata.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many value sites of a kind there are, and how many values they hold: what {@code
 * llvm-profdata show} prints as statistics. Confined to one thread.
 *
 * @since 0.1
 */
public final class ValueSiteStatistics {
  private final SortedMap<Integer, Long> histogram = new TreeMap<>();
  private long sites;
  private long values;

  /** Starts without sites. */
  public ValueSiteStatistics() {}

  /** Returns the statistics of all sites of a kind in a profile. */
  public static ValueSiteStatistics of(InstrProfile profile, ValueKind kind) {
    ValueSiteStatistics statistics = new ValueSiteStatistics();
    for (ProfileImage image : profile.images()) {
      FunctionTable table = image.functions();
      ValueData data = image.counts().values();
      for (int row = 0; row < table.size(); row++) {
        int first = table.siteCount(row, kind) == 0 ? 0 : table.firstSite(row, kind);
        for (int site = first; site < first + table.siteCount(row, kind); site++) {
          statistics.add(data.end(site) - data.start(site));
        }
      }
    }
    return statistics;
  }

  /** Adds a site with so many values. */
  public void add(int valuesOfSite) {
    sites++;
    values += valuesOfSite;
    if (valuesOfSite > 0) {
      histogram.merge(valuesOfSite, 1L, Long::sum);
    }
  }

  /** Returns the number of sites. */
  public long sites() {
    return sites;
  }

  /** Returns the number of sites that hold at least one value. */
  public long sitesWithValues() {
    return histogram.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the number of values of all sites. */
  public long values() {
    return values;
  }

  /** Returns for each number of values above 0 how many sites have so many, ascending. */
  public SortedMap<Integer, Long> histogram() {
    return Collections.unmodifiableSortedMap(histogram);
  }
}
