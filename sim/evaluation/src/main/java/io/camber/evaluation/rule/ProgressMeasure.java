package io.camber.evaluation.rule;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.geometry.Vec2;
import io.camber.map.LanePosition;
import io.camber.map.RoadMap;
import io.camber.map.routing.LanePath;
import io.camber.map.routing.Router;
import io.camber.motion.Mission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the drive got: distance, share of the route to the goal, and pace against free flow (the lower of speed limit and
 * set speed at each instant). The route is the cheapest through the mission's waypoints from where the stack took over.
 */
public final class ProgressMeasure implements Measure {
  /** So near to the goal counts as there. */
  public static final double GOAL_RADIUS_M = 5.0;

  private final RoadMap map;
  private final Mission mission;
  private @Nullable Vec2 last;
  private @Nullable LanePath route;
  private double startS;
  private double goalS;
  private double reachedS;
  private double travelledM;
  private double freeFlowM;
  private long startNs;
  private long lastNs;
  private long arrivedNs = -1;

  public ProgressMeasure(RoadMap map, Mission mission) {
    this.map = map;
    this.mission = mission;
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
      findRoute(situation);
    } else {
      travelledM += before.distanceTo(center);
      double pace = Math.min(situation.lane().speedLimitMps(), mission.speedMpsSet());
      freeFlowM += pace * (situation.timeNs() - lastNs) * 1e-9;
    }
    lastNs = situation.timeNs();
    advance(center);
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
    return route == null || goalS <= startS
        ? Double.NaN
        : Math.max(0.0, Math.min(1.0, (reachedS - startS) / (goalS - startS)));
  }

  private void findRoute(Situation situation) {
    if (mission.waypoints().isEmpty() || situation.lane().center().isEmpty()) {
      return;
    }
    List<LanePosition> waypoints = new ArrayList<>();
    mission.waypoints().forEach(pose -> map.project(pose).ifPresent(waypoints::add));
    LanePosition from = situation.lane().center().get();
    if (waypoints.isEmpty()) {
      return;
    }
    Optional<LanePath> found = new Router(map).route(from, waypoints).map(LanePath::of);
    found.ifPresent(path -> {
      LanePosition goal = waypoints.get(waypoints.size() - 1);
      startS = path.stationOf(from).orElse(0.0);
      goalS = path.stationOf(goal).orElse(path.lengthM());
      reachedS = startS;
      route = path;
    });
  }

  private void advance(Vec2 center) {
    LanePath path = route;
    if (path != null) {
      reachedS =
          Math.max(reachedS, path.toFrenet(center.x(), center.y(), reachedS).s());
    }
  }

  private boolean isAtGoal(Vec2 center) {
    if (mission.waypoints().isEmpty()) {
      return false;
    }
    Vec2 goal = mission.waypoints().get(mission.waypoints().size() - 1).position();
    boolean past = route != null && goalS > startS && reachedS >= goalS - GOAL_RADIUS_M;
    return past || center.distanceTo(goal) <= GOAL_RADIUS_M;
  }
}
