package io.camber.evaluation.plan;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.evaluation.statistics.Samples;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plans against the plan before and, 1, 2 and 4 s later, against what was driven. */
public final class PlanMeasure implements Measure {
  private static final List<Integer> HORIZONS_S = List.of(1, 2, 4);
  private static final long SECOND_NS = 1_000_000_000L;

  private final Samples frechet = new Samples();
  private final Samples lateral = new Samples();
  private final SortedMap<Integer, Samples> driven = new TreeMap<>();
  private final SortedMap<Integer, Deque<Plan>> waiting = new TreeMap<>();
  private Trajectory last = Trajectory.EMPTY;
  private int compared;
  private int comfortable;
  private boolean engaged;

  /** Takes in a new plan. */
  public void update(Plan plan) {
    Trajectory now = plan.nominal();
    if (engaged && PlanStep.isComparable(last, now)) {
      PlanStep step = PlanStep.between(last, now);
      frechet.add(step.frechetM());
      lateral.add(step.lateralM());
      compared++;
      comfortable += step.comfortable() ? 1 : 0;
    }
    last = now;
    if (engaged && !now.isEmpty()) {
      for (int horizon : HORIZONS_S) {
        if (now.last().timeNs() >= plan.timeNs() + horizon * SECOND_NS) {
          waiting.computeIfAbsent(horizon, unseen -> new ArrayDeque<>()).addLast(plan);
        }
      }
    }
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    engaged = true;
    waiting.forEach((horizon, plans) -> {
      Iterator<Plan> oldest = plans.iterator();
      while (oldest.hasNext()) {
        Plan plan = oldest.next();
        if (plan.timeNs() + horizon * SECOND_NS > situation.timeNs()) {
          break;
        }
        oldest.remove();
        double distance = plan.nominal()
            .at(situation.timeNs())
            .pose()
            .position()
            .distanceTo(situation.rearAxle().position());
        driven.computeIfAbsent(horizon, unseen -> new Samples()).add(distance);
      }
    });
  }

  @Override
  public void report(Findings findings) {
    String none = "no two plans covered the same time";
    lower(findings, "plan.frechet.p95", frechet.quantile(0.95), none);
    lower(findings, "plan.lateralChange.p95", lateral.quantile(0.95), none);
    findings.add(Metric.free(
            "plan.consistentShare",
            compared == 0 ? Double.NaN : (double) comfortable / compared,
            "1",
            Owner.PLANNING,
            Metric.Better.HIGHER)
        .because(none));
    for (int horizon : HORIZONS_S) {
      double mean = driven.getOrDefault(horizon, new Samples()).mean();
      lower(
          findings,
          "plan.drivenDistance." + horizon + "s",
          mean,
          "no plan of that length was driven to its end");
    }
  }

  private static void lower(Findings findings, String name, double value, String none) {
    findings.add(
        Metric.free(name, value, "m", Owner.PLANNING, Metric.Better.LOWER).because(none));
  }
}
