package io.camber.jury.suite;

import io.camber.evaluation.report.drawing.Markup;
import io.camber.jury.page.HtmlTable;
import io.camber.jury.result.RunRecord;
import io.camber.jury.result.RunSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the page of a suite shows of objects seen and of the age of what the actuators act on. */
final class SensorTables {
  private static final List<String> REACHES = List.of("50m", "100m", "500m");
  private static final List<String> QUANTILES = List.of("p50", "p95", "p99", "max");
  private static final String LATENCY = "latency.";
  private static final int P99 = 2;

  private SensorTables() {}

  /**
   * Pooled over the runs: everybody that was in sight of any run, and everything that any run claimed, count alike. Runs that were
   * given true objects say nothing.
   */
  static String ranges(RunSet runs) {
    List<String> headings = new ArrayList<>(List.of("class"));
    for (String reach : REACHES) {
      headings.addAll(List.of("#recall " + reach, "#of", "#precision " + reach, "#of"));
    }
    HtmlTable table = new HtmlTable(headings);
    for (String one : classes(runs)) {
      List<String> cells = new ArrayList<>(List.of(Markup.escape(one)));
      for (String reach : REACHES) {
        String stratum = "." + one + "." + reach;
        add(cells, Pooled.of(runs, "detection.recall" + stratum, "detection.inSight" + stratum));
        add(cells, Pooled.of(runs, "detection.precision" + stratum, "detection.claims" + stratum));
      }
      table.rawRow("", cells);
    }
    String rows = table.toHtml();
    return rows.isEmpty()
        ? ""
        : "<p class=\"quiet\">Cumulative to each range. Of: actors in sight for recall, detections for precision, each counted in"
            + " every sweep.</p>" + rows;
  }

  private static void add(List<String> cells, Pooled share) {
    cells.add(share.isEmpty() ? "–" : Shade.of(share.share(), 1.0 - share.share(), percent(share)));
    cells.add(
        "<span class=\"quiet\">" + String.format(Locale.ROOT, "%,.0f", share.count()) + "</span>");
  }

  private static String percent(Pooled share) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * share.share());
  }

  private static SortedSet<String> classes(RunSet runs) {
    SortedSet<String> classes = new TreeSet<>();
    for (RunRecord run : runs.runs().values()) {
      for (String name : run.metrics().keySet()) {
        String[] parts = name.split("\\.", -1);
        if (parts.length == 4
            && parts[0].equals("detection")
            && List.of("recall", "precision").contains(parts[1])
            && !Double.isNaN(run.earned(name))) {
          classes.add(parts[2]);
        }
      }
    }
    return classes;
  }

  /** Of each sensor the highest that any run had of each quantile. */
  static String latency(RunSet runs) {
    SortedMap<String, double[]> sensors = new TreeMap<>();
    runs.runs()
        .values()
        .forEach(run -> run.metrics().forEach((name, value) -> {
          int dot = name.lastIndexOf('.');
          int at = QUANTILES.indexOf(name.substring(dot + 1));
          if (name.startsWith(LATENCY) && at >= 0) {
            double[] worst =
                sensors.computeIfAbsent(name.substring(LATENCY.length(), dot), sensor ->
                    new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN});
            worst[at] = Double.isNaN(worst[at]) ? value : Math.max(worst[at], value);
          }
        }));
    double longest = sensors.values().stream()
        .mapToDouble(worst -> worst[P99])
        .filter(value -> !Double.isNaN(value))
        .max()
        .orElse(1.0);
    HtmlTable table = new HtmlTable(List.of(
        "sensor",
        "#highest p50 of a run, ms",
        "#highest p95, ms",
        "#highest p99, ms",
        "#highest, ms",
        "p99"));
    sensors.forEach((sensor, worst) -> table.rawRow(
        "",
        List.of(
            Markup.escape(sensor),
            ms(worst[0]),
            ms(worst[1]),
            ms(worst[P99]),
            ms(worst[3]),
            bar(worst[P99] / longest))));
    return table.toHtml();
  }

  private static String bar(double share) {
    return Double.isNaN(share)
        ? ""
        : String.format(
            Locale.ROOT,
            "<div class=\"bar\" style=\"width:240px\"><i style=\"width:%.0f%%\"></i></div>",
            100.0 * share);
  }

  private static String ms(double seconds) {
    return Double.isNaN(seconds) ? "–" : String.format(Locale.ROOT, "%.0f", seconds * 1000.0);
  }
}
