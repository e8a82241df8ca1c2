package io.camber.evaluation.score;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.map.LanePosition;
import java.util.Set;

/**
 * The cost function TR1 of the CommonRoad benchmark: time integrals of the squares of longitudinal jerk, steering rate and offset
 * from the lane's middle, and of {@code exp(-0.1 d)} with the clearance d to who is ahead in the lane, in metres, seconds and
 * radians. Integrals by the trapezoid rule over states ten times a second, jerk and steering rate by differences, as
 * commonroad-drivability-checker has them, which integrates by Simpson's rule. A drive in which somebody was touched or the road
 * left is not feasible and has no cost.
 */
public final class CommonRoadMeasure implements Measure {
  private static final double NS = 1e-9;

  /** Longer gaps are stretches that the stack did not drive. */
  private static final double GAP_S = 0.15;

  private static final double JERK_WEIGHT = 0.01;
  private static final double STEERING_WEIGHT = 22.0;
  private static final double DISTANCE_WEIGHT = 8.0;
  private static final double OFFSET_WEIGHT = 0.5;
  private static final double DISTANCE_PER_M = 0.1;
  private static final double OUTSIDE_M = 0.3;

  private final Set<String> touched;
  private boolean started;
  private boolean left;
  private State last = new State(0.0, 0.0, 0.0, 0.0, 0.0);
  private double jerk;
  private double steering;
  private double distance;
  private double offset;

  /** What the integrals look at, at one instant. */
  private record State(
      double timeS, double accelMps2, double wheelAngle, double nearness, double squareM2) {}

  /** @param touched actors already hit; a live view */
  public CommonRoadMeasure(Set<String> touched) {
    this.touched = touched;
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    double nearness = situation
        .lead()
        .map(lead -> StrictMath.exp(-DISTANCE_PER_M * Math.max(0.0, lead.clearanceM())))
        .orElse(0.0);
    double d = situation.lane().center().map(LanePosition::d).orElse(0.0);
    left |= situation.lane().cornerOutsideM() >= OUTSIDE_M;
    State now = new State(
        situation.timeNs() * NS,
        situation.ego().accelMps2(),
        situation.ego().wheelAngle(),
        nearness,
        d * d);
    double step = now.timeS() - last.timeS();
    if (started && step < GAP_S) {
      integrate(now, step);
    }
    started = true;
    last = now;
  }

  private void integrate(State now, double step) {
    double accelChange = now.accelMps2() - last.accelMps2();
    double turn = now.wheelAngle() - last.wheelAngle();
    jerk += JERK_WEIGHT * accelChange * accelChange / step;
    steering += STEERING_WEIGHT * turn * turn / step;
    distance += DISTANCE_WEIGHT * (now.nearness() + last.nearness()) / 2.0 * step;
    offset += OFFSET_WEIGHT * (now.squareM2() + last.squareM2()) / 2.0 * step;
  }

  @Override
  public void report(Findings findings) {
    boolean feasible = started && touched.isEmpty() && !left;
    String none = !started
        ? "the stack never drove"
        : left ? "not feasible: a corner left the road" : "not feasible: somebody was touched";
    add(findings, "score.commonRoad", jerk + steering + distance + offset, feasible, none);
    add(findings, "score.commonRoad.jerk", jerk, feasible, none);
    add(findings, "score.commonRoad.steeringRate", steering, feasible, none);
    add(findings, "score.commonRoad.distance", distance, feasible, none);
    add(findings, "score.commonRoad.laneOffset", offset, feasible, none);
  }

  private static void add(
      Findings findings, String name, double value, boolean feasible, String none) {
    findings.add(
        Metric.free(name, feasible ? value : Double.NaN, "1", Owner.PLANNING, Metric.Better.LOWER)
            .because(none));
  }
}
