package io.camber.app.busbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The report as text: figures with their spread, ratios, bars. */
public final class PeerTable {
  private static final String INDENT = "          ";

  private final PeerReport report;

  public PeerTable(PeerReport report) {
    this.report = report;
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    Work work = null;
    for (Comparison each : report.comparisons()) {
      if (each.cell().work() != work) {
        work = each.cell().work();
        lines.add("%s; %s, median (minimum to maximum)".formatted(work.title(), measure(work)));
      }
      lines.add(figures(each));
      for (Ratio ratio : each.ratios()) {
        lines.add(INDENT + ratio(each, ratio));
      }
    }
    lines.add(cores());
    lines.addAll(report.leftOut());
    return lines;
  }

  private static String measure(Work work) {
    return work.isRoundTrip() ? "p50 in us" : "MB/s";
  }

  private static String figures(Comparison comparison) {
    List<String> texts = comparison.series().stream().map(PeerTable::figures).toList();
    return String.format(
        Locale.ROOT, "  %-7s %s", comparison.cell().size(), String.join("   ", texts));
  }

  private static String figures(Series series) {
    String text = "%s %s (%s to %s)"
        .formatted(
            series.name(), number(series.median()), number(series.min()), number(series.max()));
    if (series.failures() > 0) {
      text += ", failed in %d of %d"
          .formatted(series.failures(), series.repetitions().size());
    }
    return series.lost() > 0 ? text + ", lost " + series.lost() : text;
  }

  private String ratio(Comparison comparison, Ratio ratio) {
    List<String> each = new ArrayList<>();
    for (int i = 0; i < ratio.byRepetition().size(); i++) {
      String mark = report.isApart(comparison, ratio, i) ? "*" : "";
      each.add(number(ratio.byRepetition().get(i)) + mark);
    }
    return "%s of %s (%s)%s"
        .formatted(
            number(ratio.ofMedians()),
            ratio.against(),
            String.join(" ", each),
            verdict(comparison.cell().work(), ratio));
  }

  private static String verdict(Work work, Ratio ratio) {
    if (!ratio.bar().isJudged()) {
      return "";
    }
    return ", bar at %s %s: %s"
        .formatted(
            work.isRoundTrip() ? "most" : "least",
            ratio.bar().limit(),
            ratio.bar().isMet(work, ratio.ofMedians()) ? "met" : "MISSED");
  }

  private String cores() {
    double[] looks = report.looksNs();
    if (looks.length == 0) {
      return "only one core to run on: figures say little";
    }
    long apart = Arrays.stream(looks).filter(PeerReport::isApart).count();
    return String.format(
        Locale.ROOT,
        "a cache line there and back between two cores: %.0f to %.0f ns; apart (*: more than %.0f) in %d of %d looks",
        looks[0],
        looks[looks.length - 1],
        PeerReport.APART_NS,
        apart,
        looks.length);
  }

  /** Three digits that count. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    String pattern =
        value < 0.9995 ? "%.3f" : value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, pattern, value);
  }
}
