package io.camber.jury.suite;

import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.MetricBook;
import io.camber.evaluation.judgement.Outcome;
import io.camber.evaluation.report.drawing.Markup;
import io.camber.jury.page.HtmlTable;
import io.camber.jury.page.Page;
import io.camber.jury.result.RunRecord;
import io.camber.jury.result.RunSet;
import io.camber.jury.statistics.EventRate;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The page of a suite: what to look at first, then everything that explains it. */
public final class SuitePage {
  private static final int WORST = 8;
  private static final List<String> HEAT = List.of(
      "score.cls",
      "progress.ratioToReference",
      "ttc.min",
      "comfort.jerkMax",
      "localization.lateral.p95",
      "tracks.hota",
      "prediction.minFde.3s",
      "plan.frechet.p95",
      "control.lateral.p95");

  private final SuiteResult result;
  private final List<RunSet> baselines;
  private final Map<String, String> links;
  private final Map<String, BlameShares> findings;

  /**
   * A page.
   *
   * @param baselines earlier runs, oldest first, for the trend
   * @param links pages of single runs by the text of their key
   * @param findings who is to blame for their first event, likewise
   */
  public SuitePage(
      SuiteResult result,
      List<RunSet> baselines,
      Map<String, String> links,
      Map<String, BlameShares> findings) {
    this.result = result;
    this.baselines = List.copyOf(baselines);
    this.links = new TreeMap<>(links);
    this.findings = new TreeMap<>(findings);
  }

  public String toHtml() {
    EventRate rate = result.interventions().total();
    Page page = new Page(
        result.isBad() ? "fail" : "pass",
        result.isBad() ? "bad" : "good",
        "suite " + result.suite(),
        String.format(
            Locale.ROOT,
            "%d runs: %d pass, %d fail, %d error, %d invalid; %.2f miles; miles per intervention %s",
            result.runs().runs().size(),
            result.count(Outcome.PASS),
            result.count(Outcome.FAIL),
            result.count(Outcome.ERROR),
            result.count(Outcome.INVALID),
            rate.exposure(),
            SuiteText.rate(rate)));
    List<String> notes = new ArrayList<>(result.notes());
    result.unsteady().forEach(run -> notes.add(run + " came out otherwise when driven again"));
    if (!notes.isEmpty()) {
      page.section("About the runs", "<p>" + Markup.escape(String.join("; ", notes)) + "</p>");
    }
    RunSet runs = result.runs();
    return page.section("Worst runs", worst())
        .section(
            "Miles per intervention by component to blame",
            InterventionTables.byBlame(runs, findings))
        .section("Interventions by trigger", InterventionTables.byTrigger(result.interventions()))
        .section("Miles per intervention by tag of the scenario", InterventionTables.byTag(runs))
        .section("From component to system", ladder())
        .section("Trend", trend())
        .section("Scenarios by figure", heat())
        .section(
            "Recall and precision by class and range, pooled over the runs with sensors",
            SensorTables.ranges(runs))
        .section(
            "Recall within 50 m by occlusion and speed: mean of the runs with sensors (how many)",
            StrataTables.recall(runs))
        .section("Figures by tag of the scenario: mean (runs)", StrataTables.byTag(runs, HEAT))
        .section("Figures by speed of the ego: mean (runs)", StrataTables.bySpeed(runs))
        .section("From sensors to actuators: where the time goes", LatencyWaterfalls.of(runs))
        .section("From sensors to actuators: the highest of any run", SensorTables.latency(runs))
        .toHtml();
  }

  private String worst() {
    HtmlTable table = new HtmlTable(
        List.of("run", "outcome", "reason", "#score", "what the score lost", "#smallest TTC"));
    for (RunRecord run : result.worst(WORST)) {
      String name = Markup.escape(run.key().text());
      String link = links.get(run.key().text());
      table.rawRow(
          run.outcome() == Outcome.PASS ? "" : "bad",
          List.of(
              link == null ? name : "<a href=\"" + Markup.escape(link) + "\">" + name + "</a>",
              run.outcome().name(),
              Markup.escape(run.reason()),
              number(run.metric("score.cls")),
              Markup.escape(ScoreLoss.of(run)),
              number(run.metric("ttc.min"))));
    }
    return table.toHtml();
  }

  private String ladder() {
    HtmlTable table =
        new HtmlTable(List.of("level", "figure", "#mean", "#worst", "worst run", "#runs"));
    for (Ladder.Rung rung : result.ladder().rungs()) {
      String level = rung.level();
      for (Ladder.Figure one : rung.figures()) {
        String unit = one.unit().equals("1") ? "" : " [" + one.unit() + "]";
        table.row(
            "",
            List.of(
                level,
                one.metric() + unit,
                number(one.mean()),
                number(one.worst()),
                one.worstRun(),
                String.valueOf(one.runs())));
        level = "";
      }
    }
    return table.toHtml();
  }

  private String trend() {
    if (baselines.isEmpty()) {
      return "";
    }
    HtmlTable table = new HtmlTable(List.of(
        "runs",
        "#pass",
        "#fail",
        "#error",
        "#of",
        "#score.cls",
        "#runs with a score",
        "miles per intervention"));
    List<RunSet> all = new ArrayList<>(baselines);
    all.add(result.runs());
    for (RunSet runs : all) {
      String name = runs.equals(result.runs()) ? runs.name() + " (now)" : runs.name();
      SuiteResult one = new SuiteResult(runs.name(), runs, List.of());
      // a run that broke has no score: the mean says how many it is of
      DoubleSummaryStatistics score = runs.runs().values().stream()
          .mapToDouble(run -> run.metric("score.cls"))
          .filter(value -> !Double.isNaN(value))
          .summaryStatistics();
      table.row(
          "",
          List.of(
              name,
              String.valueOf(one.count(Outcome.PASS)),
              String.valueOf(one.count(Outcome.FAIL)),
              String.valueOf(one.count(Outcome.ERROR)),
              String.valueOf(runs.runs().size()),
              number(score.getCount() == 0 ? Double.NaN : score.getAverage()),
              String.valueOf(score.getCount()),
              SuiteText.rate(one.interventions().total())));
    }
    return table.toHtml();
  }

  /** Means by scenario; the shade runs from the best to the worst scenario of a figure. */
  private String heat() {
    SortedMap<String, List<RunRecord>> scenarios = new TreeMap<>();
    result
        .runs()
        .runs()
        .values()
        .forEach(run -> scenarios
            .computeIfAbsent(run.key().scenario() + " " + variant(run), name -> new ArrayList<>())
            .add(run));
    List<String> headings = new ArrayList<>(List.of("scenario"));
    HEAT.forEach(name -> headings.add("#" + name.replace(".", ".\u200b")));
    HtmlTable table = new HtmlTable(headings);
    Map<String, double[]> columns = new LinkedHashMap<>();
    HEAT.forEach(name -> columns.put(
        name, scenarios.values().stream().mapToDouble(runs -> mean(runs, name)).toArray()));
    int row = 0;
    for (String scenario : scenarios.keySet()) {
      List<String> cells = new ArrayList<>(List.of(Markup.escape(scenario)));
      for (String name : HEAT) {
        cells.add(shaded(name, columns.getOrDefault(name, new double[0]), row));
      }
      table.rawRow("", cells);
      row++;
    }
    return table.toHtml();
  }

  private static String variant(RunRecord run) {
    return run.key().variant().toLowerCase(Locale.ROOT);
  }

  private static double mean(List<RunRecord> runs, String metric) {
    return runs.stream()
        .mapToDouble(run -> run.earned(metric))
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }

  private static String shaded(String name, double[] column, int row) {
    double value = column[row];
    if (Double.isNaN(value)) {
      return "–";
    }
    double least = value;
    double most = value;
    for (double other : column) {
      least = Math.min(least, Double.isNaN(other) ? least : other);
      most = Math.max(most, Double.isNaN(other) ? most : other);
    }
    boolean higher = MetricBook.find(name)
        .map(entry -> entry.better() == Metric.Better.HIGHER)
        .orElse(false);
    double share = most > least ? (value - least) / (most - least) : 0.0;
    double bad = most > least ? higher ? 1.0 - share : share : 0.0;
    return Shade.of(value, bad, number(value));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3g", value);
  }
}
