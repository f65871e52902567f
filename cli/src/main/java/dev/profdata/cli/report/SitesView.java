package dev.profdata.cli.report;

import dev.profdata.model.ValueKind;
import java.math.BigInteger;
import java.util.List;

/**
 * The value sites of a kind.
 *
 * @param title what the kind is, in words
 * @param isSizes whether the values are numbers of bytes
 * @param more how many sites are not in the list, empty if none
 */
record SitesView(
    String title, boolean isSizes, String total, String reached, List<Site> sites, String more) {
  private static final int MOST_TARGETS = 4;

  /**
   * A site.
   *
   * @param number among the sites of its kind in its function, from 1
   * @param more how many targets are not in the list, empty if none
   */
  record Site(NameView function, String number, String count, List<Target> targets, String more) {}

  /** A value with its part of the site's count. */
  record Target(NameView name, String share, String bar) {}

  static SitesView of(ValueSites sites, ProfileNames names, int limit) {
    int reached = sites.reached().size();
    return new SitesView(
        title(sites.kind()),
        sites.kind() == ValueKind.MEMOP_SIZE,
        Numbers.grouped(sites.total()),
        Numbers.grouped(reached),
        sites.reached().stream().limit(limit).map(site -> site(sites.kind(), site, names)).toList(),
        Numbers.more(reached, limit));
  }

  boolean hasSites() {
    return !sites.isEmpty();
  }

  private static String title(ValueKind kind) {
    return switch (kind) {
      case INDIRECT_CALL_TARGET -> "Indirect calls";
      case MEMOP_SIZE -> "Sizes of memory operations";
      case VTABLE_TARGET -> "Virtual tables";
    };
  }

  private static Site site(ValueKind kind, ValueSites.Site site, ProfileNames names) {
    List<ValueSites.Target> targets = site.targets();
    return new Site(
        NameView.of(site.image().function(site.row())),
        Numbers.grouped(site.number() + 1L),
        Numbers.grouped(site.count()),
        targets.stream()
            .limit(MOST_TARGETS)
            .map(target -> target(kind, target, site.count(), names))
            .toList(),
        Numbers.more(targets.size(), MOST_TARGETS));
  }

  private static Target target(
      ValueKind kind, ValueSites.Target target, BigInteger whole, ProfileNames names) {
    double part = target.count().doubleValue() / whole.doubleValue();
    return new Target(name(kind, target.value(), names), Numbers.percent(part), Numbers.bar(part));
  }

  private static NameView name(ValueKind kind, long value, ProfileNames names) {
    if (kind == ValueKind.MEMOP_SIZE) {
      return new NameView(Numbers.unsigned(value) + (value == 1 ? " byte" : " bytes"), "", "");
    }
    return value == 0
        ? new NameView("not in the profile", "", "")
        : NameView.of(names.target(kind, value), value);
  }
}
