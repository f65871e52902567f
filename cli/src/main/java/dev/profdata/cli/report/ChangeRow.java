package dev.profdata.cli.report;

import java.util.List;

/**
 * A function in a list of changes.
 *
 * @param share its share in the profile where it is larger
 * @param baseBar the width of the bar of the base profile in percent, empty if there is none
 * @param otherBar the width of the bar of the other profile in percent, empty if there is none
 * @param ratio empty if it ran in one profile only
 */
record ChangeRow(
    NameView name,
    String share,
    String baseShare,
    String otherShare,
    String baseBar,
    String otherBar,
    String points,
    String ratio) {
  static List<ChangeRow> of(List<FunctionChange> changes, int limit) {
    List<FunctionChange> shown = changes.subList(0, Math.min(limit, changes.size()));
    double largest = shown.stream().mapToDouble(FunctionChange::largerShare).max().orElse(0);
    return shown.stream().map(change -> of(change, largest)).toList();
  }

  private static ChangeRow of(FunctionChange change, double largest) {
    boolean both = change.baseShare() > 0 && change.otherShare() > 0;
    return new ChangeRow(
        NameView.of(change.function()),
        Numbers.percent(change.largerShare()),
        Numbers.percent(change.baseShare()),
        Numbers.percent(change.otherShare()),
        bar(change.baseShare(), largest),
        bar(change.otherShare(), largest),
        Numbers.points(change.difference()),
        both ? Numbers.ratio(change.ratio()) : "");
  }

  private static String bar(double share, double largest) {
    return Numbers.bar(largest == 0 ? 0 : share / largest);
  }
}
