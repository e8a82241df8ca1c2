package io.camber.jury.suite;

import io.camber.evaluation.judgement.MetricBook;
import io.camber.evaluation.statistics.SpeedBand;
import io.camber.jury.page.HtmlTable;
import io.camber.jury.result.RunRecord;
import io.camber.jury.result.RunSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the page of a suite shows of parts of the runs (METRICS 0): by what is seen of an actor, by speeds, by tag of the scenario. */
final class StrataTables {
  private static final String BY_SPEED = "BySpeed.";
  private static final List<String> OCCLUSIONS = List.of("free", "partlyHidden", "mostlyHidden");
  private static final List<String> SPEEDS =
      Arrays.stream(SpeedBand.values()).map(SpeedBand::label).toList();

  private StrataTables() {}

  /** A row a class and kind, detections before tracks; empty without any. */
  static String recall(RunSet runs) {
    List<String> headings = new ArrayList<>(List.of("recall of", "class"));
    OCCLUSIONS.forEach(band -> headings.add("#" + words(band)));
    SPEEDS.forEach(band -> headings.add("#" + band));
    HtmlTable table = new HtmlTable(headings);
    boolean any = false;
    for (String family : List.of("detection", "perception")) {
      for (String one : classes(runs, family + ".recall" + BY_SPEED)) {
        List<String> cells =
            new ArrayList<>(List.of(family.equals("detection") ? "detections" : "tracks", one));
        for (String band : OCCLUSIONS) {
          cells.add(mean(runs, family + ".recallByOcclusion." + one + "." + band));
        }
        for (String band : SPEEDS) {
          cells.add(mean(runs, family + ".recall" + BY_SPEED + one + "." + band));
        }
        table.row("", cells);
        any = true;
      }
    }
    return any ? table.toHtml() : "";
  }

  /** A row a tag; empty without tags. */
  static String byTag(RunSet runs, List<String> metrics) {
    if (runs.tags().scenarios().isEmpty()) {
      return "";
    }
    List<String> headings = new ArrayList<>(List.of("tag"));
    metrics.forEach(name -> headings.add("#" + name.replace(".", ".\u200b")));
    HtmlTable table = new HtmlTable(headings);
    for (String tag : new TreeSet<>(runs.tags().scenarios().keySet())) {
      List<String> cells = new ArrayList<>(List.of(tag));
      metrics.forEach(name -> cells.add(mean(runs.tagged(tag), name)));
      table.row("", cells);
    }
    return table.toHtml();
  }

  /** A row a figure; empty when no run has any. */
  static String bySpeed(RunSet runs) {
    SortedSet<String> figures = new TreeSet<>();
    runs.runs()
        .values()
        .forEach(run -> run.metrics().keySet().forEach(name -> {
          int at = name.indexOf(BY_SPEED);
          if (at >= 0
              && SPEEDS.contains(name.substring(at + BY_SPEED.length()))
              && !Double.isNaN(run.earned(name))) {
            figures.add(name.substring(0, at));
          }
        }));
    if (figures.isEmpty()) {
      return "";
    }
    List<String> headings = new ArrayList<>(List.of("figure"));
    SPEEDS.forEach(band -> headings.add("#" + band));
    HtmlTable table = new HtmlTable(headings);
    for (String figure : figures) {
      String unit = MetricBook.find(figure + BY_SPEED + SPEEDS.get(0))
          .map(MetricBook.Entry::unit)
          .orElse("1");
      List<String> cells = new ArrayList<>(List.of(figure + " [" + unit + "]"));
      SPEEDS.forEach(band -> cells.add(mean(runs, figure + BY_SPEED + band)));
      table.row("", cells);
    }
    return table.toHtml();
  }

  /** What comes next in the names that begin so. */
  private static SortedSet<String> classes(RunSet runs, String begin) {
    SortedSet<String> classes = new TreeSet<>();
    for (RunRecord run : runs.runs().values()) {
      for (String name : run.metrics().keySet()) {
        if (name.startsWith(begin) && !Double.isNaN(run.earned(name))) {
          classes.add(name.substring(begin.length(), name.lastIndexOf('.')));
        }
      }
    }
    return classes;
  }

  private static String words(String band) {
    return band.replace("Hidden", " hidden");
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
}
