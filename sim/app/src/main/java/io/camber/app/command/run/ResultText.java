package io.camber.app.command.run;

import io.camber.app.simulation.SimulationResult;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import java.util.List;
import java.util.Locale;

/** A run's result in a few lines for a terminal. */
final class ResultText {
  private static final List<String> HEADLINES = List.of(
      "ttc.min",
      "comfort.jerk.max",
      "progress.distance",
      "latency.lidar.p99",
      "localization.lateral.p95");

  private ResultText() {}

  static String of(SimulationResult result) {
    StringBuilder text = new StringBuilder();
    text.append(String.format(
        Locale.ROOT,
        "%s  seed %d   sim %.1f s  wall %.1f s (%.1fx)   %s%n",
        result.name(),
        result.options().seed(),
        result.simulatedS(),
        result.wallS(),
        result.realTimeFactor(),
        result.outcome()));
    text.append("  ").append(result.judgement().reason()).append('\n');
    for (Metric metric : result.judgement().metrics()) {
      if (HEADLINES.contains(metric.name()) || !metric.isWithinLimit()) {
        text.append("  ").append(line(metric)).append('\n');
      }
    }
    for (KeyEvent event : result.judgement().events()) {
      if (event.severity() == KeyEvent.Severity.HARD) {
        text.append(String.format(
            Locale.ROOT,
            "  at %.2f s  %s: %s%n",
            event.timeNs() / 1e9,
            event.kind(),
            event.detail()));
      }
    }
    result
        .pacing()
        .ifPresent(world -> text.append(String.format(
            Locale.ROOT,
            "  the world's %d steps began late by %.1f ms (median), %.1f ms (p99), %.1f ms (worst); %d overran a period%n",
            world.steps(),
            world.medianMs(),
            world.p99Ms(),
            world.maxMs(),
            world.overruns())));
    text.append(result.hash().isEmpty() ? "  in real time, no hash" : "  hash " + result.hash())
        .append("  (")
        .append(result.messageCount())
        .append(" messages)");
    result
        .folder()
        .ifPresent(folder -> text.append("\n  report ").append(folder.resolve("report.html")));
    return text.toString();
  }

  private static String line(Metric metric) {
    String value = metric.value().isPresent()
        ? String.format(Locale.ROOT, "%.3g", metric.value().getAsDouble())
        : "-";
    String limit = metric
        .limit()
        .map(bound -> String.format(
            Locale.ROOT,
            " (%s %.3g%s)",
            bound.kind() == Limit.Kind.AT_MOST ? "at most" : "at least",
            bound.value(),
            bound.allows(metric.value().orElse(bound.value()))
                ? ""
                : ", broken, owner " + metric.owner().label()))
        .orElse("");
    return metric.name() + " " + value + " " + metric.unit() + limit;
  }
}
