package io.camber.localization;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.localization.inertial.InertialSolution;

/**
 * Spreads the filter's corrections over time: the published pose moves with the estimated motion and closes its gap to the
 * filter gently, so that whoever differentiates it sees no steps. Owned by one estimator.
 */
final class PoseSmoother {
  private static final double NANOS = 1e9;

  /** Gaps close with this time constant: a tenth of it is the control period, ten times it a plan's horizon. */
  private static final double CLOSING_S = 0.15;

  /** But no faster than this; 1 cm per pose. */
  private static final double CLOSING_MPS_MAX = 1.0;

  private static final double CLOSING_RADPS_MAX = 0.2;

  /** A gap this wide is another place: the pose jumps. */
  private static final double JUMP_M = 2.0;

  private static final double JUMP_RAD = 0.2;

  private Pose3 published = Pose3.IDENTITY;
  private long lastNs = Long.MIN_VALUE;

  Pose3 update(InertialSolution solution) {
    Pose3 target = solution.mapFromBase();
    double stepS = (solution.timeNs() - lastNs) / NANOS;
    if (lastNs == Long.MIN_VALUE || stepS > 0.5 || isElsewhere(target, solution, stepS)) {
      published = target;
    } else {
      double share = 1.0 - StrictMath.exp(-stepS / CLOSING_S);
      published = new Pose3(
          closed(published.x() + stepS * solution.velocityMps().x(), target.x(), share, stepS),
          closed(published.y() + stepS * solution.velocityMps().y(), target.y(), share, stepS),
          closed(published.z() + stepS * solution.velocityMps().z(), target.z(), share, stepS),
          turned(published.yaw() + stepS * solution.twist().yawRateRadps(), target, share, stepS),
          target.pitch(),
          target.roll());
    }
    lastNs = solution.timeNs();
    return published;
  }

  private boolean isElsewhere(Pose3 target, InertialSolution solution, double stepS) {
    double dx = target.x() - published.x() - stepS * solution.velocityMps().x();
    double dy = target.y() - published.y() - stepS * solution.velocityMps().y();
    return dx * dx + dy * dy > JUMP_M * JUMP_M
        || Math.abs(Angles.difference(target.yaw(), published.yaw())) > JUMP_RAD;
  }

  private static double closed(double predicted, double target, double share, double stepS) {
    double most = CLOSING_MPS_MAX * stepS;
    return predicted + Math.max(-most, Math.min(most, share * (target - predicted)));
  }

  private static double turned(double predicted, Pose3 target, double share, double stepS) {
    double most = CLOSING_RADPS_MAX * stepS;
    double gap = share * Angles.difference(target.yaw(), predicted);
    return predicted + Math.max(-most, Math.min(most, gap));
  }
}
