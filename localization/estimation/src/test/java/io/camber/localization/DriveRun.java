package io.camber.localization;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.localization.inertial.InertialConfig;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import java.util.ArrayList;
import java.util.List;

/** Feeds a synthetic drive to an estimator with the delays of the bus, and compares with truth. */
final class DriveRun {
  static final int LONGITUDINAL = 0;
  static final int LATERAL = 1;
  static final int YAW = 2;
  static final int SPEED = 3;
  private static final int FIX_DELAY_STEPS = 8;

  final PoseEstimator estimator = new PoseEstimator(InertialConfig.DEFAULTS);
  final List<EgoPose> poses = new ArrayList<>();
  final List<double[]> errors = new ArrayList<>();
  private final SyntheticDrive drive;
  private final double settleS;
  private double outageFromS = Double.POSITIVE_INFINITY;
  private double outageToS = Double.POSITIVE_INFINITY;

  DriveRun(SyntheticDrive drive, double settleS) {
    this.drive = drive;
    this.settleS = settleS;
  }

  DriveRun withoutFixes(double fromS, double toS) {
    outageFromS = fromS;
    outageToS = toS;
    return this;
  }

  DriveRun run() {
    int wheel = 0;
    int fix = 0;
    for (int i = 0; i < drive.imu.size(); i++) {
      long now = drive.imu.get(i).timeNs();
      while (wheel < drive.wheels.size() && drive.wheels.get(wheel).timeNs() < now) {
        estimator.update(drive.wheels.get(wheel), wheel);
        wheel++;
      }
      while (fix < drive.fixes.size()
          && drive.fixes.get(fix).timeNs() + FIX_DELAY_STEPS * SyntheticDrive.STEP_NS <= now) {
        double time = drive.fixes.get(fix).timeNs() * 1e-9;
        if (time < outageFromS || time > outageToS) {
          estimator.update(drive.fixes.get(fix), fix);
        }
        fix++;
      }
      estimator.update(drive.imu.get(i)).ifPresent(this::compare);
    }
    return this;
  }

  private void compare(EgoPose pose) {
    poses.add(pose);
    if (pose.timeNs() * 1e-9 < settleS) {
      return;
    }
    Pose3 truth = drive.truth.get((int) (pose.timeNs() / SyntheticDrive.STEP_NS));
    double dx = pose.mapFromBase().x() - truth.x();
    double dy = pose.mapFromBase().y() - truth.y();
    double c = StrictMath.cos(truth.yaw());
    double s = StrictMath.sin(truth.yaw());
    double yaw = Angles.difference(pose.mapFromBase().yaw(), truth.yaw());
    double longitudinal = c * dx + s * dy;
    double lateral = -s * dx + c * dy;
    double nees = longitudinal * longitudinal / (pose.longitudinalStdM() * pose.longitudinalStdM())
        + lateral * lateral / (pose.lateralStdM() * pose.lateralStdM())
        + yaw * yaw / (pose.yawStd() * pose.yawStd());
    errors.add(new double[] {
      longitudinal,
      lateral,
      yaw,
      pose.twist().forwardMps() - drive.speeds.get((int) (pose.timeNs() / SyntheticDrive.STEP_NS)),
      nees
    });
  }

  /** Share of absolute errors of a column. */
  double quantile(int column, double share) {
    double[] sorted =
        errors.stream().mapToDouble(e -> Math.abs(e[column])).sorted().toArray();
    return sorted[(int) Math.min(sorted.length - 1.0, share * sorted.length)];
  }

  double meanNees() {
    return errors.stream().mapToDouble(e -> e[4]).average().orElseThrow();
  }

  /** Largest part of a step between two poses that the estimated motion does not explain. */
  double largestJump() {
    double worst = 0.0;
    for (int i = 1; i < poses.size(); i++) {
      EgoPose a = poses.get(i - 1);
      EgoPose b = poses.get(i);
      if (a.timeNs() * 1e-9 < settleS) {
        continue;
      }
      double speed = 0.5 * (a.twist().forwardMps() + b.twist().forwardMps());
      double dx = b.mapFromBase().x() - a.mapFromBase().x();
      double dy = b.mapFromBase().y() - a.mapFromBase().y();
      worst = Math.max(worst, Math.abs(Math.sqrt(dx * dx + dy * dy) - 0.01 * speed));
    }
    return worst;
  }

  EgoPose lastPose() {
    return poses.get(poses.size() - 1);
  }

  PoseStatus statusAt(double timeS) {
    return poses.stream()
        .filter(pose -> pose.timeNs() >= timeS * 1e9)
        .findFirst()
        .orElseThrow()
        .status();
  }
}
