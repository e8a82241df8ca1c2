package io.camber.jury.suite;

import io.camber.jury.result.RunRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Why a run did not get the whole closed-loop score, in words: what multiplied it, what was taken from the sum, and by which figure. */
final class ScoreLoss {
  /** Weights of the sum (METRICS 1.1), of sixteen. */
  private static final Map<String, Double> WEIGHTS = new TreeMap<>(Map.of(
      "progress.ratioToReference", 5.0,
      "ttc.score", 5.0,
      "speedLimit.score", 4.0,
      "comfort.score", 2.0));

  private static final double SUM = 16.0;
  private static final double LEAST = 0.005;

  /** Bounds of nuPlan's comfort; the sign says which side is bad. */
  private static final Map<String, Double> COMFORT = new TreeMap<>(Map.of(
      "comfort.accelMin", -4.05,
      "comfort.accelMax", 2.40,
      "comfort.lateralAccelMax", 4.89,
      "comfort.yawRateMax", 0.95,
      "comfort.yawAccelMax", 1.93,
      "comfort.jerkMax", 4.13,
      "comfort.jerkVectorMax", 8.37));

  private record Part(double lost, String text) {}

  private ScoreLoss() {}

  /** The dearest first; empty when nothing was lost or nothing is known. */
  static String of(RunRecord run) {
    List<Part> parts = new ArrayList<>();
    factor(run, "collision.score", "a collision of its own fault", parts);
    factor(run, "direction.score", "against the driving direction", parts);
    if (run.metric("offRoad.count") > 0.0) {
      parts.add(new Part(1.0, "off the road"));
    }
    WEIGHTS.forEach((metric, weight) -> {
      double lost = weight / SUM * (1.0 - run.metric(metric));
      if (lost >= LEAST) {
        parts.add(
            new Part(lost, String.format(Locale.ROOT, "%s \u2212%.2f", named(run, metric), lost)));
      }
    });
    parts.sort(Comparator.comparingDouble(Part::lost).reversed());
    return String.join("; ", parts.stream().map(Part::text).toList());
  }

  private static void factor(RunRecord run, String metric, String text, List<Part> parts) {
    double value = run.metric(metric);
    if (value < 1.0) {
      parts.add(new Part(1.0, String.format(Locale.ROOT, "%s (all times %.1f)", text, value)));
    }
  }

  private static String named(RunRecord run, String metric) {
    return switch (metric) {
      case "progress.ratioToReference" ->
        String.format(Locale.ROOT, "%.0f %% of the reference's way", 100.0 * run.metric(metric));
      case "ttc.score" ->
        String.format(Locale.ROOT, "time to collision %.2f s", run.metric("ttc.min"));
      case "speedLimit.score" ->
        String.format(
            Locale.ROOT, "over the limit by %.1f m/s", run.metric("speedLimit.excessMax"));
      default -> "comfort (" + uncomfortable(run) + ")";
    };
  }

  private static String uncomfortable(RunRecord run) {
    List<String> broken = new ArrayList<>();
    COMFORT.forEach((metric, bound) -> {
      double value = run.metric(metric);
      if (bound < 0.0 ? value < bound : Math.abs(value) > bound) {
        broken.add(String.format(
            Locale.ROOT,
            "%s %.1f, bound %.2f",
            metric.substring("comfort.".length()),
            value,
            bound));
      }
    });
    return String.join(", ", broken);
  }
}
