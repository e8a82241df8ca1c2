package io.camber.app.divergence;

import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.plan.PlanContrast;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** Planner divergence for people. */
public final class DivergenceText {
  private static final double NS = 1e-9;
  private static final int STATISTICS = 3;

  private DivergenceText() {}

  public static String of(PlannerDivergence drive) {
    StringBuilder text = new StringBuilder();
    line(text, "%s  %d plans, each also on the truth", drive.log(), drive.size());
    if (drive.otherPlans() > 0) {
      line(
          text,
          "  %d plans come out otherwise than in the log: another build or another planner made it",
          drive.otherPlans());
    }
    line(text, "  %-22s %8s %8s %8s", "", "median", "p95", "max");
    List<Metric> metrics = drive.metrics();
    for (int i = 0; i + STATISTICS <= metrics.size(); i += STATISTICS) {
      row(text, metrics.subList(i, i + STATISTICS));
    }
    for (PlanContrast moment : drive.worst()) {
      line(
          text,
          "  %7.2f s  %7.3f nat  %-22s %s on the truth, %s%n             camber view %s --at %.1f",
          moment.timeNs() * NS,
          moment.divergenceNats(),
          moment.perceived(),
          moment.truth(),
          apart(moment.distanceM()),
          drive.log(),
          moment.timeNs() * NS);
    }
    return text.toString();
  }

  private static void row(StringBuilder text, List<Metric> statistics) {
    Metric first = statistics.get(0);
    line(
        text,
        "  %-22s %8s %8s %8s",
        label(first.name()) + ", " + first.unit(),
        value(first),
        value(statistics.get(1)),
        value(statistics.get(2)));
  }

  private static String label(String name) {
    List<String> parts = List.of(name.split("\\.", -1));
    return parts.size() > STATISTICS ? "plans apart at " + parts.get(2) : "divergence of scores";
  }

  private static String value(Metric metric) {
    return metric.value().isPresent()
        ? String.format(Locale.ROOT, "%.3f", metric.value().getAsDouble())
        : "-";
  }

  private static String apart(SortedMap<Integer, Double> distanceM) {
    return distanceM.isEmpty()
        ? "plans end before 1 s"
        : String.format(
            Locale.ROOT,
            "%.2f m apart at %d s",
            distanceM.get(distanceM.lastKey()),
            distanceM.lastKey());
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format + "%n", values));
  }
}
