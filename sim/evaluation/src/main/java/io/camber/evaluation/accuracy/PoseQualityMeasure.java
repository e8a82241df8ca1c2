package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.odometry.AbsoluteError;
import io.camber.evaluation.odometry.Rigid;
import io.camber.evaluation.odometry.SegmentDrift;
import io.camber.evaluation.statistics.Samples;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.pose.EgoPose;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the estimated pose is worth besides its errors: whether it knows how far off it is, whether it moves smoothly, whether it
 * keeps coming, and the shape of the whole trajectory.
 */
public final class PoseQualityMeasure {
  private static final double NS = 1e-9;
  private static final long TRAJECTORY_STEP_NS = 100_000_000L;

  /** 95 % of a chi-square variable with two degrees of freedom. */
  private static final double ELLIPSE_95 = 5.991464547107979;

  private final Samples normalized = new Samples();
  private final Tally insideEllipse = new Tally();
  private final Tally within10cm = new Tally();
  private final Tally within25cm = new Tally();
  private final Samples jumps = new Samples();
  private final Samples gapsS = new Samples();
  private final List<Rigid> estimated = new ArrayList<>();
  private final List<Rigid> actual = new ArrayList<>();
  private @Nullable EgoPose last;
  private long nextNs = Long.MIN_VALUE;

  /** Takes in one estimate; ignored when truth of its time is not at hand. */
  public void update(EgoPose pose, TruthHistory truth, PoseError error) {
    double along = error.longitudinalM() / pose.longitudinalStdM();
    double across = error.lateralM() / pose.lateralStdM();
    double square = along * along + across * across;
    if (Double.isFinite(square)) {
      normalized.add(square);
      insideEllipse.add(square <= ELLIPSE_95);
    }
    within10cm.add(Math.abs(error.lateralM()) <= 0.10);
    within25cm.add(Math.abs(error.lateralM()) <= 0.25);
    EgoPose before = last;
    if (before != null) {
      follow(before, pose);
    }
    last = pose;
    if (pose.timeNs() >= nextNs) {
      Optional<ActorTruth> ego = truth.at(pose.timeNs()).flatMap(TruthFrame::ego);
      ego.ifPresent(one -> {
        nextNs = pose.timeNs() + TRAJECTORY_STEP_NS;
        estimated.add(rigid(pose.mapFromBase().toPose2()));
        actual.add(rigid(one.mapFromReference().toPose2()));
      });
    }
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    String none = "no pose was published";
    neither(findings, "localization.nees", normalized.mean(), none);
    higher(findings, "localization.insideEllipse95", insideEllipse.share(), none);
    higher(findings, "localization.lateralWithin0.10m", within10cm.share(), none);
    higher(findings, "localization.lateralWithin0.25m", within25cm.share(), none);
    lower(findings, "localization.jump.p999", jumps.quantile(0.999), "m", none);
    lower(findings, "localization.gapMax", gapsS.max(), "s", none);
    boolean any = !actual.isEmpty();
    AbsoluteError raw = any ? AbsoluteError.of(estimated, actual) : unknown();
    AbsoluteError fitted = any ? AbsoluteError.aligned(estimated, actual) : unknown();
    SegmentDrift drift = SegmentDrift.of(estimated, actual);
    String brief = "the drive is shorter than 100 m";
    lower(findings, "localization.ate", raw.translationM(), "m", none);
    lower(findings, "localization.ate.aligned", fitted.translationM(), "m", none);
    lower(findings, "localization.drift.translation", drift.translation(), "1", brief);
    lower(findings, "localization.drift.rotation", drift.rotationPerM(), "rad/m", brief);
  }

  private static AbsoluteError unknown() {
    return new AbsoluteError(Double.NaN, Double.NaN);
  }

  /** The pose that motion alone would have led to, against the one that came. */
  private void follow(EgoPose before, EgoPose pose) {
    double seconds = (pose.timeNs() - before.timeNs()) * NS;
    gapsS.add(seconds);
    Pose3 from = before.mapFromBase();
    double turn = before.twist().yawRateRadps() * seconds;
    Pose2 chord = new Pose2(from.x(), from.y(), from.yaw() + turn / 2.0);
    Vec2 moved = chord.apply(new Vec2(before.twist().forwardMps() * seconds, 0.0));
    jumps.add(
        moved.distanceTo(new Vec2(pose.mapFromBase().x(), pose.mapFromBase().y())));
  }

  private static Rigid rigid(Pose2 pose) {
    return Rigid.planar(pose.x(), pose.y(), pose.yaw());
  }

  private static void neither(Findings findings, String name, double value, String none) {
    findings.add(
        Metric.free(name, value, "1", Owner.LOCALIZATION, Metric.Better.NEITHER).because(none));
  }

  private static void higher(Findings findings, String name, double value, String none) {
    findings.add(
        Metric.free(name, value, "1", Owner.LOCALIZATION, Metric.Better.HIGHER).because(none));
  }

  private static void lower(
      Findings findings, String name, double value, String unit, String none) {
    findings.add(
        Metric.free(name, value, unit, Owner.LOCALIZATION, Metric.Better.LOWER).because(none));
  }
}
