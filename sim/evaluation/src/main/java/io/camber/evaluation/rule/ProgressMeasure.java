package io.camber.evaluation.rule;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.MissionRoute;
import io.camber.evaluation.situation.Situation;
import io.camber.geometry.Vec2;
import io.camber.motion.Mission;
import org.jspecify.annotations.Nullable;

/**
 * How far the drive got: distance, share of the route to the goal, and pace against free flow (the lower of speed limit and
 * set speed at each instant), and how far off the route.
 */
public final class ProgressMeasure implements Measure {
  /** So near to the goal counts as there. */
  public static final double GOAL_RADIUS_M = 5.0;

  private final Mission mission;
  private final MissionRoute route;
  private @Nullable Vec2 last;
  private double reachedM;
  private double offRouteM;
  private double travelledM;
  private double freeFlowM;
  private long startNs;
  private long lastNs;
  private long arrivedNs = -1;

  /** @param route fed with the same instants */
  public ProgressMeasure(Mission mission, MissionRoute route) {
    this.mission = mission;
    this.route = route;
  }

  /** True once the ego was at its goal; false without one. */
  public boolean hasArrived() {
    return arrivedNs >= 0;
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    Vec2 center = situation.footprint().center().position();
    Vec2 before = last;
    last = center;
    if (before == null) {
      startNs = situation.timeNs();
    } else {
      travelledM += before.distanceTo(center);
      offRouteM += route.isKnown() && !route.isOn() ? before.distanceTo(center) : 0.0;
      double pace = Math.min(situation.lane().speedLimitMps(), mission.speedMpsSet());
      freeFlowM += pace * (situation.timeNs() - lastNs) * 1e-9;
    }
    lastNs = situation.timeNs();
    reachedM = route.isOn() ? Math.max(reachedM, route.stationM()) : reachedM;
    if (!hasArrived() && isAtGoal(center)) {
      arrivedNs = situation.timeNs();
    }
  }

  @Override
  public void report(Findings findings) {
    boolean started = last != null;
    findings.add(Metric.free(
        "progress.distance",
        started ? travelledM : Double.NaN,
        "m",
        Owner.PLANNING,
        Metric.Better.HIGHER));
    findings.add(Metric.free(
        "progress.freeFlowRatio",
        freeFlowM > 0.0 ? travelledM / freeFlowM : Double.NaN,
        "1",
        Owner.PLANNING,
        Metric.Better.HIGHER));
    findings.add(Metric.limited(
        "progress.routeCompletion", completion(), "1", Limit.atLeast(1.0), Owner.PLANNING));
    findings.add(Metric.free(
            "progress.offRouteDistance",
            route.isKnown() ? offRouteM : Double.NaN,
            "m",
            Owner.PLANNING,
            Metric.Better.LOWER)
        .because("the scenario gives the ego no goal"));
    findings.add(Metric.free(
        "progress.timeToGoal",
        hasArrived() ? (arrivedNs - startNs) * 1e-9 : Double.NaN,
        "s",
        Owner.PLANNING,
        Metric.Better.LOWER));
    if (hasArrived()) {
      findings.add(new KeyEvent(arrivedNs, KeyEvent.Severity.INFO, "goal", "reached the goal"));
    }
  }

  private double completion() {
    if (hasArrived()) {
      return 1.0;
    }
    return route.isKnown() && route.goalM() > 0.0
        ? Math.max(0.0, Math.min(1.0, reachedM / route.goalM()))
        : Double.NaN;
  }

  private boolean isAtGoal(Vec2 center) {
    if (mission.waypoints().isEmpty()) {
      return false;
    }
    Vec2 goal = mission.waypoints().get(mission.waypoints().size() - 1).position();
    boolean past =
        route.isKnown() && route.goalM() > 0.0 && reachedM >= route.goalM() - GOAL_RADIUS_M;
    return past || center.distanceTo(goal) <= GOAL_RADIUS_M;
  }
}
