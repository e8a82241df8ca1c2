package io.camber.app.sweep.report;

import io.camber.app.sweep.run.CaseResult;
import io.camber.app.sweep.search.SearchMetric;
import io.camber.app.sweep.search.SearchStep;
import io.camber.app.table.Column;
import io.camber.app.table.Table;
import io.camber.evaluation.report.drawing.Markup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a search found: its course, its best points, and the kinds of failure it met, each with its worst run. */
public final class SearchReport {
  private static final int BEST_MAX = 10;
  private static final int KINDS_MAX = 20;

  /** Values above are those of runs that tell nothing. */
  private static final double SHOWN_MAX = 999.0;

  private final SearchMetric metric;
  private final List<SearchStep> course;
  private final Map<Long, SweepRow> rows = new LinkedHashMap<>();

  /** Reports on a course; the rows hold all of its runs. */
  public SearchReport(SearchMetric metric, List<SearchStep> course, List<SweepRow> rows) {
    this.metric = metric;
    this.course = List.copyOf(course);
    rows.forEach(row -> this.rows.put(row.run().index(), row));
  }

  /** A kind of failure: what its runs have in common, how many there are, and the one of least value. */
  private record Kind(String name, int runs, SearchStep worst) {}

  private SweepRow row(SearchStep step) {
    return Objects.requireNonNull(rows.get(step.run()));
  }

  private List<SearchStep> best() {
    return course.stream()
        .sorted(Comparator.comparingDouble(SearchStep::value).thenComparingLong(SearchStep::run))
        .limit(BEST_MAX)
        .toList();
  }

  private List<Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    for (SearchStep step : course) {
      SweepRow row = row(step);
      if (row.isBad()) {
        kinds.merge(
            kindOf(row.result()),
            new Kind(kindOf(row.result()), 1, step),
            (a, b) -> new Kind(
                a.name(),
                a.runs() + b.runs(),
                a.worst().value() <= b.worst().value() ? a.worst() : b.worst()));
      }
    }
    return kinds.values().stream()
        .sorted(Comparator.comparingInt(Kind::runs).reversed().thenComparing(Kind::name))
        .limit(KINDS_MAX)
        .toList();
  }

  /** The reason without its numbers; of a storyboard alone, who touched. */
  private static String kindOf(CaseResult result) {
    String reason = result.reason();
    int contact = reason.indexOf("touched: ");
    String said = contact >= 0 ? reason.substring(contact) : reason;
    return result.outcome() + "  " + said.replaceAll("-?\\d+(\\.\\d+)?", "#");
  }

  /** A row for each run, in the order in which they were asked for. */
  public Table table() {
    Table table = new Table(List.of(
        new Column("evaluation", Column.Type.WHOLE),
        new Column("generation", Column.Type.WHOLE),
        new Column("run", Column.Type.WHOLE),
        new Column(metric.word(), Column.Type.NUMBER),
        new Column("best", Column.Type.NUMBER)));
    for (int i = 0; i < course.size(); i++) {
      SearchStep step = course.get(i);
      table.add(List.of(i + 1L, (long) step.generation(), step.run(), step.value(), step.best()));
    }
    return table;
  }

  /** The same for a terminal. */
  public List<String> findings() {
    List<String> lines = new ArrayList<>();
    if (course.isEmpty()) {
      return lines;
    }
    SearchStep first = best().get(0);
    String run = "run " + first.run() + " " + row(first).run().parameters();
    lines.add(
        first.value() >= SearchMetric.USELESS
            ? "no run could be driven, so there is no " + metric.word()
            : first.value() > SHOWN_MAX
                ? "no run has a " + metric.word() + "; nearest to one is " + run
                : "smallest " + metric.word() + " " + value(first.value()) + " in " + run);
    List<Kind> kinds = kinds();
    lines.add(kinds.size() + (kinds.size() == 1 ? " kind" : " kinds") + " of failure");
    for (Kind kind : kinds) {
      lines.add(String.format(
          Locale.ROOT,
          "  %d x %s (worst: run %d, %s)",
          kind.runs(),
          kind.name(),
          kind.worst().run(),
          value(kind.worst().value())));
    }
    return lines;
  }

  private String value(double value) {
    return value > SHOWN_MAX ? "–" : String.format(Locale.ROOT, "%.3g %s", value, metric.unit());
  }

  /** Its part of a page. */
  public String toHtml(List<String> parameters) {
    StringBuilder html = new StringBuilder("<h2>The search</h2>\n");
    html.append(SearchCurve.toSvg(course, metric.word() + " (" + metric.unit() + ")"));
    html.append("<h2>Best points</h2>\n").append(pointsHead(parameters));
    best().forEach(step -> html.append(point(step, parameters)));
    html.append("</table>\n<h2>Kinds of failure</h2>\n");
    List<Kind> kinds = kinds();
    if (kinds.isEmpty()) {
      return html.append("<p>none</p>\n").toString();
    }
    html.append("<table><tr><th>runs</th><th>kind</th><th>worst run</th><th>")
        .append(metric.word())
        .append("</th></tr>\n");
    for (Kind kind : kinds) {
      cells(
          html,
          Integer.toString(kind.runs()),
          kind.name(),
          Long.toString(kind.worst().run()),
          value(kind.worst().value()));
    }
    return html.append("</table>\n").toString();
  }

  private String pointsHead(List<String> parameters) {
    StringBuilder html =
        new StringBuilder("<table><tr><th>run</th><th>" + metric.word() + "</th><th>outcome</th>");
    parameters.forEach(name -> html.append("<th>").append(Markup.escape(name)).append("</th>"));
    return html.append("</tr>\n").toString();
  }

  private String point(SearchStep step, List<String> parameters) {
    SweepRow row = row(step);
    List<String> texts = new ArrayList<>(List.of(
        Long.toString(step.run()), value(step.value()), row.result().outcome().name()));
    parameters.forEach(name -> texts.add(row.value(name)));
    StringBuilder html = new StringBuilder();
    cells(html, texts.toArray(String[]::new));
    return html.toString();
  }

  private static void cells(StringBuilder html, String... texts) {
    html.append("<tr>");
    for (String text : texts) {
      html.append("<td>").append(Markup.escape(text)).append("</td>");
    }
    html.append("</tr>\n");
  }
}
