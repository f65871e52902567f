package dev.profdata.cli.report;

import java.util.List;

/**
 * A function in a list of changes.
 *
 * @param ratio empty if it ran in one profile only
 * @param baseBar the width of the bar of the base profile in percent
 * @param otherBar the width of the bar of the other profile in percent
 */
record ChangeRow(
    NameView name,
    String baseShare,
    String otherShare,
    String points,
    String ratio,
    String baseBar,
    String otherBar) {
  static List<ChangeRow> of(List<FunctionChange> changes, int limit) {
    List<FunctionChange> shown = changes.subList(0, Math.min(limit, changes.size()));
    double largest =
        shown.stream()
            .mapToDouble(change -> Math.max(change.baseShare(), change.otherShare()))
            .max()
            .orElse(0);
    return shown.stream().map(change -> of(change, largest)).toList();
  }

  private static ChangeRow of(FunctionChange change, double largest) {
    boolean both = change.baseShare() > 0 && change.otherShare() > 0;
    return new ChangeRow(
        NameView.of(change.function()),
        Numbers.percent(change.baseShare()),
        Numbers.percent(change.otherShare()),
        Numbers.points(change.difference()),
        both ? Numbers.ratio(change.ratio()) : "",
        bar(change.baseShare(), largest),
        bar(change.otherShare(), largest));
  }

  private static String bar(double share, double largest) {
    return Numbers.decimal(largest == 0 ? 0 : share / largest * 100);
  }
}
