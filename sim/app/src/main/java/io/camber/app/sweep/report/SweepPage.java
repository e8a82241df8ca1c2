package io.camber.app.sweep.report;

import io.camber.app.input.InputFiles;
import io.camber.app.sweep.run.CaseResult;
import io.camber.evaluation.judgement.Outcome;
import io.camber.evaluation.report.drawing.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A sweep as one page without network: counts, where in the parameters things go wrong, the worst runs, all reasons. */
public final class SweepPage {
  private static final int REASONS_MAX = 25;
  private static final int WORST_MAX = 50;

  private final SweepFacts facts;
  private final List<SweepRow> rows;
  private final Map<Long, String> links;
  private final String opening;

  /**
   * A page about some runs.
   *
   * @param links from a run's number to what is kept of it, relative to the page
   * @param opening HTML that comes before the maps; may be empty
   */
  public SweepPage(SweepFacts facts, List<SweepRow> rows, Map<Long, String> links, String opening) {
    this.facts = facts;
    this.rows = List.copyOf(rows);
    this.links = Map.copyOf(links);
    this.opening = opening;
  }

  public String toHtml() {
    return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
        + Markup.escape(facts.title()) + "</title>\n<style>\n" + style()
        + "</style></head>\n<body>\n<h1>"
        + Markup.escape(facts.title()) + "</h1>\n<pre>" + Markup.escape(facts.command())
        + "</pre>\n" + tiles() + opening + maps() + worst() + reasons()
        + "<p class=\"note\">Every run with its figures: <a href=\"results.csv\">results.csv</a>, "
        + "<a href=\"results.parquet\">results.parquet</a>.</p>\n</body></html>\n";
  }

  private long count(Outcome outcome) {
    return rows.stream().filter(row -> row.result().outcome() == outcome).count();
  }

  private String tiles() {
    long touched = rows.stream()
        .filter(row -> row.result().metrics().getOrDefault(CaseResult.COLLISIONS, 0.0) > 0.0)
        .count();
    StringBuilder html = new StringBuilder("<div class=\"tiles\">\n");
    tile(html, "runs", Integer.toString(rows.size()), "of " + facts.total());
    tile(html, "pass", Long.toString(count(Outcome.PASS)), "");
    tile(html, "fail", Long.toString(count(Outcome.FAIL)), "");
    tile(html, "error", Long.toString(count(Outcome.ERROR)), "");
    tile(html, "left out", Long.toString(count(Outcome.INVALID)), "values break constraints");
    if (touched > 0) {
      tile(html, "with contact", Long.toString(touched), "nobody was judged");
    }
    return html.append("</div>\n").toString();
  }

  private static void tile(StringBuilder html, String name, String value, String note) {
    html.append(String.format(
        Locale.ROOT,
        "<div class=\"tile\"><b>%s</b><span>%s</span><small>%s</small></div>%n",
        value,
        name,
        Markup.escape(note)));
  }

  private String maps() {
    List<String> ranked = Influence.ranked(rows, facts.parameters());
    if (ranked.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder();
    List<String> axes = facts.axes().isEmpty() ? ranked : facts.axes();
    if (axes.size() > 1) {
      html.append("<h2>Where it goes wrong</h2>\n<div class=\"plots\">\n")
          .append(new HeatMap(rows, axes.get(0), axes.get(1), SweepRow::isBad)
              .toSvg("bad runs of all"));
      if (facts.reference()) {
        for (ReferenceDriver driver : ReferenceDriver.values()) {
          html.append(new HeatMap(rows, axes.get(0), axes.get(1), driver::collides)
              .toSvg("the " + driver.word() + " driver collides"));
        }
      }
      html.append("</div>\n");
    }
    html.append("<h2>By parameter</h2>\n<div class=\"plots\">\n");
    ranked.forEach(name -> html.append(Bars.toSvg(rows, name, SweepRow::isBad)));
    return html.append("</div>\n").toString();
  }

  private String worst() {
    if (links.isEmpty() && rows.stream().noneMatch(SweepRow::isBad)) {
      return "";
    }
    List<SweepRow> worst = WorstRuns.of(rows, WORST_MAX).stream()
        .filter(row -> row.isBad() || links.containsKey(row.run().index()))
        .toList();
    if (worst.isEmpty()) {
      return "";
    }
    List<String> varied = facts.parameters().stream()
        .filter(name -> Bins.of(rows, name).labels().size() > 1)
        .toList();
    StringBuilder html = new StringBuilder(
        "<h2>Worst runs</h2>\n<table><tr><th>run</th><th>scenario</th><th>outcome</th><th>reason</th>");
    varied.forEach(name -> html.append("<th>").append(Markup.escape(name)).append("</th>"));
    html.append("<th>min TTC s</th></tr>\n");
    for (SweepRow row : worst) {
      html.append("<tr class=\"")
          .append(row.result().outcome().name().toLowerCase(Locale.ROOT))
          .append("\"><td>")
          .append(link(row.run().index()))
          .append("</td>");
      List<String> cells = new ArrayList<>(List.of(
          stem(row.run().scenario()),
          row.result().outcome().name(),
          row.result().reason()));
      varied.forEach(name -> cells.add(row.value(name)));
      Double ttc = row.result().metrics().get(WorstRuns.TTC);
      cells.add(ttc == null ? "" : String.format(Locale.ROOT, "%.2f", ttc));
      cells.forEach(cell -> html.append("<td>").append(Markup.escape(cell)).append("</td>"));
      html.append("</tr>\n");
    }
    return html.append("</table>\n").toString();
  }

  private static String stem(Path scenario) {
    return InputFiles.stem(scenario);
  }

  private String link(long index) {
    String target = links.get(index);
    return target == null
        ? Long.toString(index)
        : "<a href=\"" + Markup.escape(target) + "\">" + index + "</a>";
  }

  /** How often each reason occurs, numbers in it left out. */
  private String reasons() {
    Map<String, Integer> counts = new TreeMap<>();
    rows.forEach(row -> counts.merge(
        row.result().outcome() + "  " + row.result().reason().replaceAll("-?\\d+(\\.\\d+)?", "#"),
        1,
        Integer::sum));
    StringBuilder html = new StringBuilder(
        "<h2>Reasons</h2>\n<table><tr><th>runs</th><th>outcome and reason</th></tr>\n");
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()))
        .limit(REASONS_MAX)
        .forEach(entry -> html.append("<tr><td>")
            .append(entry.getValue())
            .append("</td><td>")
            .append(Markup.escape(entry.getKey()))
            .append("</td></tr>\n"));
    return html.append("</table>\n").toString();
  }

  private static String style() {
    try (InputStream css =
        Optional.ofNullable(SweepPage.class.getResourceAsStream("sweep.css")).orElseThrow()) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
