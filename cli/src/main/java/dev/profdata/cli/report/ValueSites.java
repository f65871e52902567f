package dev.profdata.cli.report;

import dev.profdata.model.FunctionTable;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ValueData;
import dev.profdata.model.ValueKind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The value sites of one kind.
 *
 * @param kind what is counted there
 * @param total how many sites the profile has
 * @param reached those where at least one value was seen, most often reached first, equal ones in
 *     the order of the file
 */
record ValueSites(ValueKind kind, long total, List<Site> reached) {
  /**
   * A site where values were seen.
   *
   * @param row of its function in {@code image}
   * @param number among the sites of its kind in the function, from 0
   * @param index in the value data of the image
   * @param count how often it was reached
   */
  record Site(ProfileImage image, int row, int number, int index, BigInteger count) {
    /** Returns the different values that were seen, most frequent first. */
    List<Target> targets() {
      ValueData data = image.counts().values();
      Map<Long, BigInteger> counts = new LinkedHashMap<>();
      for (int pair = data.start(index); pair < data.end(index); pair++) {
        counts.merge(data.value(pair), UnsignedSum.toBigInteger(data.count(pair)), BigInteger::add);
      }
      return counts.entrySet().stream()
          .filter(entry -> entry.getValue().signum() > 0)
          .map(entry -> new Target(entry.getKey(), entry.getValue()))
          .sorted(Comparator.comparing(Target::count).reversed())
          .toList();
    }
  }

  /**
   * A value seen at a site.
   *
   * @param value a number, or the hash of a name
   * @param count how often it was seen
   */
  record Target(long value, BigInteger count) {}

  static ValueSites of(InstrProfile profile, ValueKind kind) {
    long total = 0;
    List<Site> reached = new ArrayList<>();
    for (ProfileImage image : profile.images()) {
      FunctionTable table = image.functions();
      for (int row = 0; row < table.size(); row++) {
        int sites = table.siteCount(row, kind);
        total += sites;
        addReached(image, row, table.firstSite(row, kind), sites, reached);
      }
    }
    reached.sort(Comparator.comparing(Site::count).reversed());
    return new ValueSites(kind, total, reached);
  }

  private static void addReached(
      ProfileImage image, int row, int first, int sites, List<Site> reached) {
    ValueData data = image.counts().values();
    for (int site = first; site < first + sites; site++) {
      UnsignedSum count = new UnsignedSum();
      for (int pair = data.start(site); pair < data.end(site); pair++) {
        count.add(data.count(pair));
      }
      if (count.value().signum() > 0) {
        reached.add(new Site(image, row, site - first, site, count.value()));
      }
    }
  }
}
