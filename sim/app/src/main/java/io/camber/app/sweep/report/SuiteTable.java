package io.camber.app.sweep.report;

import io.camber.app.sweep.run.CaseResult;
import io.camber.evaluation.judgement.Outcome;
import io.camber.evaluation.report.drawing.Markup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs counted by suite: the folder in which a scenario lies below the one that all have in common. */
public final class SuiteTable {
  private static final List<String> HEAD = List.of(
      "suite", "files", "runs", "pass", "fail", "error", "left out", "touched", "with warnings");

  private final Map<String, List<SweepRow>> suites = new TreeMap<>();

  public SuiteTable(List<SweepRow> rows) {
    Path common = common(rows);
    for (SweepRow row : rows) {
      Path folder = row.run().scenario().toAbsolutePath().normalize().getParent();
      Path below = common.relativize(folder == null ? common : folder);
      suites
          .computeIfAbsent(below.getName(0).toString(), key -> new ArrayList<>())
          .add(row);
    }
  }

  private static Path common(List<SweepRow> rows) {
    @Nullable Path common = null;
    for (SweepRow row : rows) {
      @Nullable Path folder = row.run().scenario().toAbsolutePath().normalize().getParent();
      common = common == null ? folder : common;
      while (common != null && folder != null && !folder.startsWith(common)) {
        common = common.getParent();
      }
    }
    return common == null ? Path.of("/") : common;
  }

  private boolean isWorthShowing() {
    return suites.size() > 1;
  }

  private static List<String> cells(String suite, List<SweepRow> rows) {
    List<String> cells = new ArrayList<>(List.of(
        suite,
        Long.toString(rows.stream().map(row -> row.run().scenario()).distinct().count()),
        Integer.toString(rows.size())));
    for (Outcome outcome : List.of(Outcome.PASS, Outcome.FAIL, Outcome.ERROR, Outcome.INVALID)) {
      cells.add(Long.toString(
          rows.stream().filter(row -> row.result().outcome() == outcome).count()));
    }
    cells.add(Long.toString(having(rows, CaseResult.COLLISIONS)));
    cells.add(Long.toString(having(rows, CaseResult.WARNINGS)));
    return cells;
  }

  private static long having(List<SweepRow> rows, String metric) {
    return rows.stream()
        .filter(row -> row.result().metrics().getOrDefault(metric, 0.0) > 0.0)
        .count();
  }

  private List<List<String>> table() {
    List<List<String>> table = new ArrayList<>();
    suites.forEach((suite, rows) -> table.add(cells(suite.isEmpty() ? "." : suite, rows)));
    return table;
  }

  /** The table for a terminal; empty when there is one suite alone. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (isWorthShowing()) {
      lines.add(line(HEAD));
      table().forEach(cells -> lines.add(line(cells)));
    }
    return lines;
  }

  private static String line(List<String> cells) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-24s", cells.get(0)));
    for (int i = 1; i < cells.size(); i++) {
      line.append(
          String.format(Locale.ROOT, " %" + Math.max(6, HEAD.get(i).length()) + "s", cells.get(i)));
    }
    return line.toString();
  }

  /** The same as HTML. */
  public String toHtml() {
    if (!isWorthShowing()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<h2>By suite</h2>\n<table><tr>");
    HEAD.forEach(name -> html.append("<th>").append(name).append("</th>"));
    html.append("</tr>\n");
    for (List<String> cells : table()) {
      html.append("<tr>");
      cells.forEach(cell -> html.append("<td>").append(Markup.escape(cell)).append("</td>"));
      html.append("</tr>\n");
    }
    return html.append("</table>\n").toString();
  }
}
