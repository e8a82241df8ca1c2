package io.camber.evaluation.score;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Lead;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.map.LanePosition;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cost function TR1 of the CommonRoad benchmark: time integrals of the squares of longitudinal jerk, steering rate and offset
 * from the lane's middle, and of {@code exp(-0.1 d)} with the clearance d to who is ahead in the lane, in metres, seconds and
 * radians. The integrands and the -0.1 per metre are those of commonroad-drivability-checker, {@code
 * commonroad_dc/costs/partial_cost_functions.py} at commit 22b29730; other public copies of that file have -0.2. The weights of the
 * terms are of a public extension of it. Integrals by the trapezoid rule over states ten times a second, jerk and steering rate by
 * differences as there, where they are integrated by Simpson's rule. Without a lane below the ego there is no offset: such instants
 * are left out of its integral. A drive in which somebody was touched or the road left is not feasible and has no cost.
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
  private @Nullable State last;
  private boolean left;
  private double integratedS;
  private double inLaneS;
  private double jerk;
  private double steering;
  private double distance;
  private double offset;

  /** What the integrals look at, at one instant. */
  private record State(
      double timeS,
      double accelMps2,
      double wheelAngle,
      double nearness,
      OptionalDouble squareM2) {}

  /** @param touched actors already hit; a live view */
  public CommonRoadMeasure(Set<String> touched) {
    this.touched = touched;
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    Lead lead = situation.lead().orElse(null);
    double nearness =
        lead == null ? 0.0 : StrictMath.exp(-DISTANCE_PER_M * Math.max(0.0, lead.clearanceM()));
    LanePosition lane = situation.lane().center().orElse(null);
    OptionalDouble squareM2 =
        lane == null ? OptionalDouble.empty() : OptionalDouble.of(lane.d() * lane.d());
    left |= situation.lane().cornerOutsideM() >= OUTSIDE_M;
    State now = new State(
        situation.timeNs() * NS,
        situation.ego().accelMps2(),
        situation.ego().wheelAngle(),
        nearness,
        squareM2);
    if (last != null && now.timeS() - last.timeS() < GAP_S) {
      integrate(last, now);
    }
    last = now;
  }

  private void integrate(State before, State now) {
    double step = now.timeS() - before.timeS();
    double accelChange = now.accelMps2() - before.accelMps2();
    double turn = now.wheelAngle() - before.wheelAngle();
    jerk += JERK_WEIGHT * accelChange * accelChange / step;
    steering += STEERING_WEIGHT * turn * turn / step;
    distance += DISTANCE_WEIGHT * (now.nearness() + before.nearness()) / 2.0 * step;
    integratedS += step;
    if (before.squareM2().isPresent() && now.squareM2().isPresent()) {
      double squaresM2 = now.squareM2().getAsDouble() + before.squareM2().getAsDouble();
      offset += OFFSET_WEIGHT * squaresM2 / 2.0 * step;
      inLaneS += step;
    }
  }

  @Override
  public void report(Findings findings) {
    Optional<String> none = absence();
    Optional<String> noOffset =
        none.or(() -> inLaneS > 0.0 ? Optional.empty() : Optional.of("no lane below the ego"));
    add(findings, "score.commonRoad", jerk + steering + distance + offset, noOffset);
    add(findings, "score.commonRoad.jerk", jerk, none);
    add(findings, "score.commonRoad.steeringRate", steering, none);
    add(findings, "score.commonRoad.distance", distance, none);
    add(findings, "score.commonRoad.laneOffset", offset, noOffset);
  }

  private Optional<String> absence() {
    if (last == null) {
      return Optional.of("the stack never drove");
    }
    if (left) {
      return Optional.of("not feasible: a corner left the road");
    }
    if (!touched.isEmpty()) {
      return Optional.of("not feasible: somebody was touched");
    }
    return integratedS > 0.0
        ? Optional.empty()
        : Optional.of("no two instants less than 0.15 s apart to integrate between");
  }

  private static void add(Findings findings, String name, double value, Optional<String> absence) {
    Metric metric = Metric.free(
        name, absence.isPresent() ? Double.NaN : value, "1", Owner.PLANNING, Metric.Better.LOWER);
    findings.add(absence.map(metric::because).orElse(metric));
  }
}
