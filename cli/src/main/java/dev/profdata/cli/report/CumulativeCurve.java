package dev.profdata.cli.report;

import dev.profdata.format.LlvmRelease;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileSummary;
import java.math.BigInteger;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How few counters make up how much of all counts.
 *
 * @param summary the profile's summary, of whose entries the curve is made
 * @param points the curve, ascending; empty if nothing was counted or the summary wrapped
 * @param cutoffs those entries that LLVM writes into indexed profiles; empty as {@code points} are
 * @param wrapped whether the sum of all counters is above 2^64-1, so that the summary means nothing
 */
record CumulativeCurve(
    ProfileSummary summary,
    List<ProfileSummary.Entry> points,
    List<ProfileSummary.Entry> cutoffs,
    boolean wrapped) {
  private static final int STEP = ProfileSummary.SCALE / 100;

  /**
   * Computes the curve as the newest release counts.
   *
   * @param total the sum of all counters
   */
  static CumulativeCurve of(InstrProfile profile, BigInteger total) {
    ProfileSummary.Builder builder = ProfileSummary.builder(LlvmRelease.newest());
    builder.cutoffs(List.copyOf(steps()));
    for (ProfileImage image : profile.images()) {
      for (int row = 0; row < image.size(); row++) {
        builder.add(image, row);
      }
    }
    ProfileSummary summary = builder.build();
    boolean wrapped = !UnsignedSum.toBigInteger(summary.totalCount()).equals(total);
    List<ProfileSummary.Entry> points =
        wrapped || total.signum() == 0 ? List.of() : summary.entries();
    return new CumulativeCurve(summary, points, defaults(points), wrapped);
  }

  /** Returns every percent, and the cutoffs of indexed profiles. */
  private static SortedSet<Integer> steps() {
    SortedSet<Integer> steps = new TreeSet<>(ProfileSummary.DEFAULT_CUTOFFS);
    for (int cutoff = STEP; cutoff < ProfileSummary.SCALE; cutoff += STEP) {
      steps.add(cutoff);
    }
    return steps;
  }

  private static List<ProfileSummary.Entry> defaults(List<ProfileSummary.Entry> entries) {
    return entries.stream()
        .filter(entry -> ProfileSummary.DEFAULT_CUTOFFS.contains(entry.cutoff()))
        .toList();
  }
}
