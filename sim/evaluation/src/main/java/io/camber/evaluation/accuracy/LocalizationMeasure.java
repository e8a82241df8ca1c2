package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.statistics.Samples;
import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.pose.EgoPose;
import io.camber.truth.ActorTruth;
import java.util.Optional;

/** Estimated against true pose, in the true body's axes. Truth between frames is carried on at constant speed. */
public final class LocalizationMeasure {
  private final Samples longitudinal = new Samples();
  private final Samples lateral = new Samples();
  private final Samples vertical = new Samples();
  private final Samples yaw = new Samples();
  private final Samples speed = new Samples();
  private Optional<PoseError> latest = Optional.empty();

  /** Takes in one estimate; ignored when truth of its time is not at hand. */
  void update(EgoPose pose, TruthHistory truth) {
    PoseComparison.of(pose, truth).ifPresent(this::update);
  }

  /** Takes in one estimate. */
  public void update(PoseComparison comparison) {
    EgoPose pose = comparison.pose();
    ActorTruth ego = comparison.ego();
    PoseError error = comparison.error();
    latest = Optional.of(error);
    vertical.add(Math.abs(pose.mapFromBase().z() - ego.mapFromReference().z()));
    longitudinal.add(Math.abs(error.longitudinalM()));
    lateral.add(Math.abs(error.lateralM()));
    yaw.add(Math.abs(error.yaw()));
    speed.add(Math.abs(pose.twist().forwardMps() - ego.speedMps()));
  }

  /** The newest error. */
  public Optional<PoseError> latest() {
    return latest;
  }

  /** Of one estimate, with the ego of a frame carried on to its time. */
  static PoseError error(EgoPose pose, ActorTruth ego, long frameNs) {
    double aheadS = (pose.timeNs() - frameNs) * 1e-9;
    return error(pose.mapFromBase().toPose2(), carriedOn(ego, aheadS));
  }

  /** In the axes of the actual pose. */
  public static PoseError error(Pose2 estimated, Pose2 actual) {
    Vec2 offset = actual.applyInverse(estimated.position());
    return new PoseError(offset.x(), offset.y(), Angles.difference(estimated.yaw(), actual.yaw()));
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    add(findings, "localization.longitudinal", longitudinal, "m", 3.0);
    add(findings, "localization.lateral", lateral, "m", 1.0);
    add(findings, "localization.yaw", yaw, "rad", Math.toRadians(5.0));
    free(findings, "localization.vertical.rms", vertical.rms(), "m");
    free(findings, "localization.vertical.p95", vertical.quantile(0.95), "m");
    free(findings, "localization.vertical.p997", vertical.quantile(0.997), "m");
    free(findings, "localization.vertical.max", vertical.max(), "m");
    findings.add(Metric.free(
        "localization.speed.p95",
        speed.quantile(0.95),
        "m/s",
        Owner.LOCALIZATION,
        Metric.Better.LOWER));
  }

  private static void add(
      Findings findings, String name, Samples samples, String unit, double limit) {
    findings.add(
        Metric.free(name + ".rms", samples.rms(), unit, Owner.LOCALIZATION, Metric.Better.LOWER));
    findings.add(Metric.free(
        name + ".p95", samples.quantile(0.95), unit, Owner.LOCALIZATION, Metric.Better.LOWER));
    findings.add(Metric.free(
        name + ".p997", samples.quantile(0.997), unit, Owner.LOCALIZATION, Metric.Better.LOWER));
    findings.add(Metric.limited(
        name + ".max", samples.max(), unit, Limit.atMost(limit), Owner.LOCALIZATION));
  }

  private static void free(Findings findings, String name, double value, String unit) {
    findings.add(Metric.free(name, value, unit, Owner.LOCALIZATION, Metric.Better.LOWER));
  }

  private static Pose2 carriedOn(ActorTruth ego, double seconds) {
    Pose2 pose = ego.mapFromReference().toPose2();
    Vec2 moved = pose.apply(new Vec2(ego.speedMps() * seconds, 0.0));
    return new Pose2(moved.x(), moved.y(), pose.yaw() + ego.yawRateRadps() * seconds);
  }
}
