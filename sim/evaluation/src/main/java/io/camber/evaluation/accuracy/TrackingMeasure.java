package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.evaluation.statistics.Samples;
import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.motion.Plan;
import io.camber.motion.TrajectoryPoint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How well the car follows its plan: true rear axle against the newest plan's state at the same time, and the offset from the
 * lane's centre.
 */
public final class TrackingMeasure implements Measure {
  private static final double OFF_MIDDLE_M = 0.5;
  private static final double STANDING_MPS = 0.1;
  private static final double MOVING_MPS = 1.0;

  /** Samples at the metric rate. */
  private static final int SECOND = 10;

  private static final long OFF_NS_MAX = 2_000_000_000L;

  private final Samples lateral = new Samples();
  private final Samples longitudinal = new Samples();
  private final Samples speed = new Samples();
  private final Samples laneOffset = new Samples();
  private final Samples yaw = new Samples();
  private boolean onLane;
  private long offSinceNs = -1;
  private long offNsMax;
  private final Samples stops = new Samples();
  private final Deque<Optional<Pose2>> stopsPlanned = new ArrayDeque<>();
  private boolean moved;
  private @Nullable Plan plan;

  /** Takes in the newest plan. */
  public void update(Plan newest) {
    plan = newest;
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    situation.lane().center().ifPresent(position -> {
      series.put("laneOffset", position.d());
      if (situation.lane().withinOneLane()) {
        laneOffset.add(Math.abs(position.d()));
      }
    });
    keepLane(situation);
    Plan current = plan;
    if (current == null
        || current.nominal().isEmpty()
        || situation.timeNs() > current.nominal().last().timeNs()) {
      return;
    }
    noteStop(situation, current);
    TrajectoryPoint wanted = current.nominal().at(situation.timeNs());
    Pose2 pose = new Pose2(wanted.x(), wanted.y(), wanted.yaw());
    Vec2 error = pose.applyInverse(situation.rearAxle().position());
    lateral.add(Math.abs(error.y()));
    longitudinal.add(Math.abs(error.x()));
    yaw.add(Math.abs(Angles.difference(situation.rearAxle().yaw(), pose.yaw())));
    speed.add(Math.abs(situation.speedMps() - wanted.speedMps()));
    series.put("planSpeed", wanted.speedMps());
    series.put("trackingLateral", error.y());
  }

  /** How far from where the plan of a second ago stands still the ego comes to rest, along that plan. */
  private void noteStop(Situation situation, Plan current) {
    double speed = Math.abs(situation.speedMps());
    if (moved && speed < STANDING_MPS) {
      moved = false;
      Optional<Pose2> meant = stopsPlanned.isEmpty() ? Optional.empty() : stopsPlanned.getFirst();
      meant.ifPresent(pose ->
          stops.add(Math.abs(pose.applyInverse(situation.rearAxle().position()).x())));
    }
    moved |= speed >= MOVING_MPS;
    stopsPlanned.addLast(stopOf(current));
    if (stopsPlanned.size() > SECOND) {
      stopsPlanned.removeFirst();
    }
  }

  private static Optional<Pose2> stopOf(Plan plan) {
    for (TrajectoryPoint point : plan.nominal().points()) {
      if (Math.abs(point.speedMps()) < STANDING_MPS) {
        return Optional.of(new Pose2(point.x(), point.y(), point.yaw()));
      }
    }
    return Optional.empty();
  }

  @Override
  public void report(Findings findings) {
    findings.add(Metric.free(
            "control.stopDeviation.max", stops.max(), "m", Owner.CONTROL, Metric.Better.LOWER)
        .because("the ego did not come to rest on a plan that stops"));
    add(findings, "control.lateral.p95", lateral.quantile(0.95), "m");
    add(findings, "control.lateral.max", lateral.max(), "m");
    add(findings, "control.yaw.p95", yaw.quantile(0.95), "rad");
    add(findings, "control.longitudinal.p95", longitudinal.quantile(0.95), "m");
    add(findings, "control.speed.p95", speed.quantile(0.95), "m/s");
    findings.add(Metric.free(
        "lane.offset.p95", laneOffset.quantile(0.95), "m", Owner.PLANNING, Metric.Better.LOWER));
    findings.add(Metric.limited(
        "lane.keeping",
        !onLane ? Double.NaN : offNsMax >= OFF_NS_MAX ? 0.0 : 1.0,
        "1",
        Limit.atLeast(1.0),
        Owner.PLANNING));
    findings.add(
        Metric.free("lane.offset.max", laneOffset.max(), "m", Owner.PLANNING, Metric.Better.LOWER));
  }

  /** NAVSIM's lane keeping: more than half a metre off the middle for two seconds, junctions left out. */
  private void keepLane(Situation situation) {
    onLane |= situation.lane().center().isPresent();
    boolean off = situation.lane().center().isPresent()
        && !situation.lane().inJunction()
        && Math.abs(situation.lane().center().get().d()) > OFF_MIDDLE_M;
    offSinceNs = !off ? -1 : offSinceNs < 0 ? situation.timeNs() : offSinceNs;
    offNsMax = off ? Math.max(offNsMax, situation.timeNs() - offSinceNs) : offNsMax;
  }

  private static void add(Findings findings, String name, double value, String unit) {
    findings.add(Metric.free(name, value, unit, Owner.CONTROL, Metric.Better.LOWER));
  }
}
