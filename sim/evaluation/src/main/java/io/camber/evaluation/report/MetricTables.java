package io.camber.evaluation.report;

import io.camber.evaluation.judgement.Judgement;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.report.drawing.Markup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Metrics and events as HTML tables. */
final class MetricTables {
  private static final String STRATUM = "perception.recall.";
  private static final String BY_SPEED = "BySpeed.";
  private static final String BY_OCCLUSION = "ByOcclusion.";

  /** Drawn as waterfalls. */
  private static final String HOP = "latency.hop.";

  private MetricTables() {}

  /** One table a family, a row a metric; metrics without a value come last in a line of their own. */
  static String metrics(List<Metric> metrics) {
    Map<String, List<Metric>> families = new LinkedHashMap<>();
    List<String> unmeasured = new ArrayList<>();
    for (Metric metric : metrics) {
      if (metric.value().isEmpty()) {
        unmeasured.add(metric.name());
      } else if (!metric.name().startsWith(STRATUM)
          && !metric.name().startsWith(HOP)
          && !isPart(metric)) {
        String family = metric.name().substring(0, metric.name().indexOf('.'));
        families.computeIfAbsent(family, name -> new ArrayList<>()).add(metric);
      }
    }
    StringBuilder html = new StringBuilder("<div class=\"families\">\n");
    families.forEach((family, rows) -> {
      html.append("<table><caption>")
          .append(Markup.escape(family))
          .append("</caption>\n")
          .append("<thead><tr><th></th><th>metric</th><th class=\"n\">value</th>")
          .append("<th class=\"n\">limit</th><th>owner</th></tr></thead><tbody>\n");
      rows.forEach(metric -> row(html, metric));
      html.append("</tbody></table>\n");
    });
    html.append("</div>\n");
    if (!unmeasured.isEmpty()) {
      html.append("<p class=\"quiet\">Not measured in this drive: ")
          .append(Markup.escape(String.join(", ", unmeasured)))
          .append(".</p>\n");
    }
    return html.toString();
  }

  private static boolean isPart(Metric metric) {
    return metric.name().contains(BY_SPEED) || metric.name().contains(BY_OCCLUSION);
  }

  /** Figures by speed and by what can be seen of an actor: a row a figure, empty without any. */
  static String parts(Judgement judgement) {
    Map<String, List<String>> figures = new LinkedHashMap<>();
    for (Metric metric : judgement.metrics()) {
      if (isPart(metric) && metric.value().isPresent()) {
        int dot = metric.name().lastIndexOf('.');
        figures
            .computeIfAbsent(metric.name().substring(0, dot), name -> new ArrayList<>())
            .add(metric.name().substring(dot + 1) + "&nbsp;"
                + Markup.number(metric.value().getAsDouble()) + unit(metric));
      }
    }
    if (figures.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<table><tbody>\n");
    figures.forEach((name, values) -> html.append("<tr><td>")
        .append(Markup.escape(name))
        .append("</td><td>")
        .append(String.join(", ", values))
        .append("</td></tr>\n"));
    return html.append("</tbody></table>\n").toString();
  }

  /** Recall by class and range, empty when perception was not judged. */
  static String recall(Judgement judgement) {
    Map<String, Map<String, String>> classes = new LinkedHashMap<>();
    for (Metric metric : judgement.metrics()) {
      if (metric.name().startsWith(STRATUM) && metric.value().isPresent()) {
        String[] parts = metric.name().substring(STRATUM.length()).split("\\.", 2);
        String share =
            String.format(Locale.ROOT, "%.1f %%", 100.0 * metric.value().getAsDouble());
        classes.computeIfAbsent(parts[0], name -> new LinkedHashMap<>()).put(parts[1], share);
      }
    }
    if (classes.isEmpty()) {
      return "";
    }
    List<String> bands = List.of("0-20m", "20-40m", "40-60m", "60-80m", "80-120m");
    StringBuilder html = new StringBuilder("<table><caption>recall by class and range</caption>");
    html.append("<thead><tr><th>class</th>");
    bands.forEach(band -> html.append("<th class=\"n\">").append(band).append("</th>"));
    html.append("</tr></thead><tbody>\n");
    classes.forEach((name, shares) -> {
      html.append("<tr><td>").append(Markup.escape(name)).append("</td>");
      bands.forEach(band ->
          html.append("<td class=\"n\">").append(shares.getOrDefault(band, "–")).append("</td>"));
      html.append("</tr>\n");
    });
    return html.append("</tbody></table>\n").toString();
  }

  /** Everything that happened, in order of time. */
  static String events(List<KeyEvent> events) {
    StringBuilder html = new StringBuilder("<table class=\"events\"><thead><tr>");
    html.append("<th class=\"n\">time</th><th>what</th><th>detail</th></tr></thead><tbody>\n");
    for (KeyEvent event : events) {
      html.append(String.format(
          Locale.ROOT,
          "<tr class=\"%s\"><td class=\"n\">%s</td><td><b>%s</b></td><td>%s</td></tr>%n",
          event.severity().name().toLowerCase(Locale.ROOT),
          Moment.mark(event.timeNs(), "%.2f s"),
          Markup.escape(event.kind()),
          Markup.escape(event.detail())));
    }
    return html.append("</tbody></table>\n").toString();
  }

  private static void row(StringBuilder html, Metric metric) {
    boolean limited = metric.limit().isPresent();
    String state =
        !limited ? "free" : metric.isWithinLimit() ? "ok" : metric.isHard() ? "bad" : "soft";
    String mark = !limited ? "" : metric.isWithinLimit() ? "✓" : "✗";
    html.append("<tr class=\"")
        .append(state)
        .append("\"><td class=\"mark\">")
        .append(mark)
        .append("</td><td>")
        .append(Markup.escape(metric.name().substring(metric.name().indexOf('.') + 1)))
        .append("</td><td class=\"n\">")
        .append(Markup.number(metric.value().orElse(Double.NaN)))
        .append(unit(metric))
        .append("</td><td class=\"n\">")
        .append(limited ? limit(metric.limit().get()) : "")
        .append("</td><td>")
        .append(metric.owner().label())
        .append("</td></tr>\n");
  }

  private static String unit(Metric metric) {
    return metric.unit().equals("1") ? "" : "&nbsp;" + Markup.escape(metric.unit());
  }

  private static String limit(Limit limit) {
    String sign = limit.kind() == Limit.Kind.AT_MOST ? "≤" : "≥";
    return sign + "&nbsp;" + Markup.number(limit.value()) + (limit.hard() ? " <b>hard</b>" : "");
  }
}
