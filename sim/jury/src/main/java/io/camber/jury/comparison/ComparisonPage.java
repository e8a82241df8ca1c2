package io.camber.jury.comparison;

import io.camber.evaluation.report.drawing.Markup;
import io.camber.jury.page.HtmlTable;
import io.camber.jury.page.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A comparison as one HTML page. */
public final class ComparisonPage {
  private ComparisonPage() {}

  public static String of(Comparison comparison) {
    Page page = new Page(
        comparison.verdict().label(),
        mood(comparison.verdict()),
        comparison.after() + " against " + comparison.before(),
        String.format(
            Locale.ROOT,
            "behaviour changed in %d of %d pairs of runs; %d broken (%d without a judged end), %d fixed, McNemar over scenarios p = %.3g",
            comparison.changed().size(),
            comparison.pairs().size(),
            comparison.broken().size(),
            comparison.lost().size(),
            comparison.fixed().size(),
            comparison.outcomePValue()));
    if (!comparison.setups().isEmpty()) {
      page.section(
          "Made otherwise", "<p>" + Markup.escape(String.join("; ", comparison.setups())) + "</p>");
    }
    comparison.gate().ifPresent(gate -> page.section("Gate " + gate.name(), gate(gate)));
    page.section("Runs that came out otherwise", outcomes(comparison));
    page.section("Worse by owner", owners(comparison));
    page.section("Metrics that moved", metrics(comparison));
    return page.toHtml();
  }

  private static String mood(Verdict verdict) {
    return switch (verdict) {
      case WORSE -> "bad";
      case INCONCLUSIVE -> "open";
      case BETTER, UNCHANGED -> "good";
    };
  }

  private static String gate(GateResult gate) {
    HtmlTable table = new HtmlTable(List.of("metric", "rule", "verdict", "detail"));
    gate.rows()
        .forEach(row -> table.row(
            mood(row.verdict()),
            List.of(row.metric(), row.rule(), row.verdict().label(), row.detail())));
    return table.toHtml();
  }

  private static String outcomes(Comparison comparison) {
    HtmlTable table =
        new HtmlTable(List.of("scenario", "variant", "#seed", "before", "after", "reason"));
    for (Pair pair : comparison.changed()) {
      if (pair.before().outcome() != pair.after().outcome()) {
        table.row(
            pair.isBroken() ? "bad" : "good",
            List.of(
                pair.after().key().scenario(),
                pair.after().key().variant(),
                String.valueOf(pair.after().key().seed()),
                pair.before().outcome().name(),
                pair.after().outcome().name(),
                pair.after().reason()));
      }
    }
    return table.toHtml();
  }

  private static String owners(Comparison comparison) {
    HtmlTable table = new HtmlTable(List.of("owner", "#metrics", "which"));
    for (Map.Entry<?, List<MetricChange>> one : comparison.worseByOwner().entrySet()) {
      table.row(
          "",
          List.of(
              one.getKey().toString().toLowerCase(Locale.ROOT),
              String.valueOf(one.getValue().size()),
              String.join(", ", one.getValue().stream().map(MetricChange::name).toList())));
    }
    return table.toHtml();
  }

  private static String metrics(Comparison comparison) {
    HtmlTable table = new HtmlTable(List.of(
        "metric",
        "owner",
        "#pairs",
        "#before",
        "#after",
        "#difference",
        "#95 % interval",
        "#p",
        "verdict"));
    for (MetricChange one : comparison.metrics()) {
      if (one.verdict() != Verdict.UNCHANGED) {
        String unit = one.unit().equals("1") ? "" : " [" + one.unit() + "]";
        table.rawRow(
            one.verdict() == Verdict.INCONCLUSIVE ? "quiet" : mood(one.verdict()),
            List.of(
                Markup.escape(one.name() + unit),
                one.owner().label(),
                one.pairs() + Numbers.oneSided(one),
                number(one.before()),
                number(one.after()),
                signed(one.difference()),
                Numbers.interval(one),
                String.format(Locale.ROOT, "%.2g", one.pValue()),
                one.verdict().label()));
      }
    }
    return table.toHtml();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.3g", value);
  }
}
