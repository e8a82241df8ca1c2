package io.camber.jury.suite;

import io.camber.evaluation.report.drawing.Markup;
import io.camber.jury.page.HtmlTable;
import io.camber.jury.result.RunRecord;
import io.camber.jury.result.RunSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the page of a suite shows of objects seen and of the time from sensors to actuators. */
final class SensorTables {
  private static final List<String> REACHES = List.of("50m", "100m", "500m");
  private static final List<String> QUANTILES = List.of("p50", "p95", "p99", "max");
  private static final String LATENCY = "latency.";
  private static final int P99 = 2;

  private SensorTables() {}

  /** Mean over the runs that earned the figure: runs that were given true objects say nothing, and a run counts once however many objects it had. */
  static String ranges(RunSet runs) {
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
    List<String> headings = new ArrayList<>(List.of("class"));
    REACHES.forEach(reach -> headings.addAll(List.of("#recall " + reach, "#precision " + reach)));
    HtmlTable table = new HtmlTable(headings);
    for (String one : classes) {
      List<String> cells = new ArrayList<>(List.of(one));
      for (String reach : REACHES) {
        for (String kind : List.of("recall", "precision")) {
          cells.add(mean(runs, "detection." + kind + "." + one + "." + reach));
        }
      }
      table.row("", cells);
    }
    return table.toHtml();
  }

  private static String mean(RunSet runs, String metric) {
    double[] values = runs.runs().values().stream()
        .mapToDouble(run -> run.earned(metric))
        .filter(value -> !Double.isNaN(value))
        .toArray();
    return values.length == 0
        ? "–"
        : String.format(
            Locale.ROOT, "%.3g (%d)", Arrays.stream(values).average().orElse(0.0), values.length);
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
            bar(worst[P99]))));
    return table.toHtml();
  }

  private static String bar(double seconds) {
    return Double.isNaN(seconds)
        ? ""
        : String.format(
            Locale.ROOT,
            "<div class=\"bar\" style=\"width:240px\"><i style=\"width:%.0f%%\"></i></div>",
            Math.min(100.0, seconds * 200.0));
  }

  private static String ms(double seconds) {
    return Double.isNaN(seconds) ? "–" : String.format(Locale.ROOT, "%.0f", seconds * 1000.0);
  }
}
