package io.camber.evaluation.score;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Closed-loop scores from the terms that the measures reported. A term that the drive gave no occasion for counts as kept; only
 * progress must be known.
 *
 * <p>{@code score.cls}: nuPlan's closed-loop score, with progress against the named reference driver instead of a human's log.
 * {@code score.pdms} and {@code score.epdms}: NAVSIM's formulas over the terms of the closed loop, not over a four second
 * roll-out as the benchmark has them.
 */
public final class CompositeScores {
  private static final double MAKING_PROGRESS = 0.2;

  private final Map<String, Metric> metrics = new LinkedHashMap<>();

  private CompositeScores(Findings findings) {
    findings.metrics().forEach(metric -> metrics.put(metric.name(), metric));
  }

  /** Adds the scores that follow from what is there already. */
  public static void report(Findings findings) {
    CompositeScores terms = new CompositeScores(findings);
    String none = "the ego had no way to make progress on";
    add(findings, "score.cls", terms.closedLoop(), none);
    add(findings, "score.pdms", terms.driverModel(), none);
    add(findings, "score.epdms", terms.extendedDriverModel(), none);
  }

  private static void add(Findings findings, String name, double value, String none) {
    findings.add(
        Metric.free(name, value, "1", Owner.SYSTEM, Metric.Better.HIGHER).because(none));
  }

  /** METRICS 1.1: NC DAC DDC MP (5 EP + 5 TTC + 4 SL + 2 CF) / 16. */
  private double closedLoop() {
    double progress = progress();
    double making = Double.isNaN(progress) ? Double.NaN : progress > MAKING_PROGRESS ? 1.0 : 0.0;
    return kept("collision.score")
        * onRoad()
        * kept("direction.score")
        * making
        * (5.0 * progress
            + 5.0 * kept("ttc.score")
            + 4.0 * kept("speedLimit.score")
            + 2.0 * kept("comfort.score"))
        / 16.0;
  }

  /** METRICS 1.2: NC DAC (5 TTC + 5 EP + 2 C) / 12. */
  private double driverModel() {
    return kept("collision.score")
        * onRoad()
        * (5.0 * kept("ttc.score") + 5.0 * progress() + 2.0 * kept("comfort.score"))
        / 12.0;
  }

  /** METRICS 1.2: NC DAC DDC TLC (5 EP + 5 TTC + 2 LK + 2 HC + 2 EC) / 16. */
  private double extendedDriverModel() {
    return kept("collision.score")
        * onRoad()
        * kept("direction.score")
        * (value("redLight.count", 0.0) > 0.0 ? 0.0 : 1.0)
        * (5.0 * progress()
            + 5.0 * kept("ttc.score")
            + 2.0 * kept("lane.keeping")
            + 2.0 * kept("comfort.score")
            + 2.0 * kept("plan.consistentShare"))
        / 16.0;
  }

  private double onRoad() {
    return value("offRoad.count", 0.0) > 0.0 ? 0.0 : 1.0;
  }

  private double progress() {
    return value("progress.ratioToReference", Double.NaN);
  }

  private double kept(String name) {
    return value(name, 1.0);
  }

  private double value(String name, double otherwise) {
    Metric metric = metrics.get(name);
    return metric == null ? otherwise : metric.value().orElse(otherwise);
  }
}
