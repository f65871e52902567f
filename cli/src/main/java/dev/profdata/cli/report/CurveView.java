package dev.profdata.cli.report;

import dev.profdata.model.ProfileSummary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The cumulative curve and the table of its cutoffs.
 *
 * @param chart empty if nothing was counted
 * @param hot the smallest count that compilers take as hot, empty if nothing was counted
 */
record CurveView(Optional<CurveChart> chart, List<Cutoff> cutoffs, String hot, boolean wrapped) {
  /** Where compilers draw the line unless they are told otherwise. */
  static final int HOT_CUTOFF = 990_000;

  /** A row of the table; {@code isHot} marks the cutoff of hot counts. */
  record Cutoff(String percent, String counters, String share, String minCount, boolean isHot) {}

  static CurveView of(CumulativeCurve curve) {
    List<Cutoff> cutoffs =
        curve.cutoffs().stream().map(entry -> cutoff(entry, curve.summary())).toList();
    return new CurveView(
        curve.points().isEmpty() ? Optional.empty() : Optional.of(CurveChart.of(curve)),
        cutoffs,
        cutoffs.stream().filter(Cutoff::isHot).map(Cutoff::minCount).findFirst().orElse(""),
        curve.wrapped());
  }

  private static Cutoff cutoff(ProfileSummary.Entry entry, ProfileSummary summary) {
    return new Cutoff(
        percent(entry.cutoff()),
        Numbers.grouped(entry.counters()),
        Numbers.percent(entry.counters(), summary.blocks()),
        Numbers.unsigned(entry.minCount()),
        entry.cutoff() == HOT_CUTOFF);
  }

  /** Returns millionths in percent, with no more decimals than needed. */
  static String percent(int cutoff) {
    return BigDecimal.valueOf(cutoff, 4).stripTrailingZeros().toPlainString() + "%";
  }
}
