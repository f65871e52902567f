package dev.profdata.cli.report;

import dev.profdata.model.ProfileSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cumulative curve as a drawing: how many counters, by powers of ten from left to right, make
 * up how much of all counts, from bottom to top.
 *
 * @param line the points of the curve
 * @param across lines across the drawing, one for each quarter
 * @param upright lines for powers of ten
 * @param dots the cutoffs
 */
record CurveChart(
    int width,
    int height,
    int left,
    int right,
    int top,
    int bottom,
    String line,
    List<Grid> across,
    List<Grid> upright,
    List<Dot> dots) {
  private static final int WIDTH = 460;
  private static final int HEIGHT = 300;
  private static final int LEFT = 46;
  private static final int RIGHT = WIDTH - 30;
  private static final int TOP = 12;
  private static final int BOTTOM = HEIGHT - 42;
  private static final int QUARTERS = 4;
  private static final int MOST_LABELS = 6;

  /** A line of the grid with its label. */
  record Grid(String at, String label) {}

  /** A cutoff on the curve with words about it. */
  record Dot(String x, String y, String title, boolean isHot) {}

  static CurveChart of(CumulativeCurve curve) {
    long blocks = curve.summary().blocks();
    List<String> line = new ArrayList<>();
    curve.points().forEach(entry -> line.add(x(entry.counters(), blocks) + "," + y(entry)));
    line.add(RIGHT + "," + TOP);
    return new CurveChart(
        WIDTH,
        HEIGHT,
        LEFT,
        RIGHT,
        TOP,
        BOTTOM,
        String.join(" ", line),
        quarters(),
        powersOfTen(blocks),
        curve.cutoffs().stream().map(entry -> dot(entry, blocks)).toList());
  }

  private static String x(long counters, long blocks) {
    double whole = Math.log10((double) Math.max(blocks, 2));
    double part = Math.log10((double) Math.max(counters, 1)) / whole;
    return Numbers.decimal(LEFT + part * (RIGHT - LEFT));
  }

  private static String y(ProfileSummary.Entry entry) {
    return y((double) entry.cutoff() / ProfileSummary.SCALE);
  }

  private static String y(double part) {
    return Numbers.decimal(BOTTOM - part * (BOTTOM - TOP));
  }

  private static List<Grid> quarters() {
    return IntStream.rangeClosed(0, QUARTERS)
        .mapToObj(quarter -> new Grid(y((double) quarter / QUARTERS), quarter * 25 + "%"))
        .toList();
  }

  private static List<Grid> powersOfTen(long blocks) {
    int powers = Long.toString(blocks).length();
    int step = (powers + MOST_LABELS - 1) / MOST_LABELS;
    List<Grid> lines = new ArrayList<>();
    long counters = 1;
    for (int power = 0; power < powers; power++) {
      if (power % step == 0) {
        lines.add(new Grid(x(counters, blocks), Numbers.grouped(counters)));
      }
      counters *= 10;
    }
    return lines;
  }

  private static Dot dot(ProfileSummary.Entry entry, long blocks) {
    return new Dot(
        x(entry.counters(), blocks),
        y(entry),
        "%s of all counts: %s counters, each at least %s"
            .formatted(
                CurveView.percent(entry.cutoff()),
                Numbers.grouped(entry.counters()),
                Numbers.unsigned(entry.minCount())),
        entry.cutoff() == CurveView.HOT_CUTOFF);
  }
}
