package io.camber.control.lateral;

import io.camber.control.reference.CommandLine;
import io.camber.geometry.Pose3;
import io.camber.pose.EgoPose;
import io.camber.vehicle.VehicleDescription;

/**
 * Drives the single-track model with the commands that are already on their way, from the measured pose to the moment when
 * a new command begins to act. Also follows the wheel angle between measurements. Owned by one controller.
 */
final class DeadTimePredictor {
  private static final long STEP_NS = 10_000_000L;
  private static final double NANOS = 1e9;

  /** Share of a measured wheel angle that enters per step; the sensor is quantised, the lag model is smooth. */
  private static final double MEASUREMENT_GAIN = 0.3;

  private final CommandLine line = new CommandLine();
  private final double lagS;
  private final double rateRadpsMax;
  private double steeringAngle;

  DeadTimePredictor(VehicleDescription vehicle) {
    lagS = vehicle.steeringLagS();
    rateRadpsMax = vehicle.steeringRateRadpsMax();
  }

  void reset(double measuredAngle) {
    line.reset(measuredAngle);
    steeringAngle = measuredAngle;
  }

  void commanded(long effectiveNs, double angle) {
    line.add(effectiveNs, angle);
  }

  /** Wheel angle now: the lag model's, pulled towards the measured one. */
  double observe(long fromNs, long timeNs, double measuredAngle) {
    steeringAngle = turn(steeringAngle, line.at(fromNs), (timeNs - fromNs) / NANOS);
    steeringAngle += MEASUREMENT_GAIN * (measuredAngle - steeringAngle);
    return steeringAngle;
  }

  /** Motion at {@code untilNs} under the given handling, an unexplained yaw rate and a constant acceleration. */
  PredictedMotion predict(
      EgoPose pose, HandlingModel handling, double driftRadps, double accelMps2, long untilNs) {
    Pose3 start = pose.mapFromBase();
    double x = start.x();
    double y = start.y();
    double yaw = start.yaw();
    double speed = Math.max(0.0, pose.twist().forwardMps());
    double angle = steeringAngle;
    double sideslip = handling.sideslip(speed, pose.twist().yawRateRadps());
    long time = pose.timeNs();
    while (time < untilNs) {
      double stepS = Math.min(STEP_NS, untilNs - time) / NANOS;
      angle = turn(angle, line.at(time), stepS);
      double yawRate = handling.yawRateRadps(speed, angle) + (speed > 0.0 ? driftRadps : 0.0);
      sideslip = handling.sideslip(speed, yawRate);
      double course = yaw + sideslip + 0.5 * yawRate * stepS;
      x += speed * stepS * StrictMath.cos(course);
      y += speed * stepS * StrictMath.sin(course);
      yaw += yawRate * stepS;
      speed = Math.max(0.0, speed + accelMps2 * stepS);
      time += STEP_NS;
    }
    return new PredictedMotion(x, y, yaw + sideslip, speed, angle);
  }

  private double turn(double angle, double target, double stepS) {
    double share = lagS > 0.0 ? 1.0 - StrictMath.exp(-stepS / lagS) : 1.0;
    double most = rateRadpsMax * stepS;
    return angle + Math.max(-most, Math.min(most, share * (target - angle)));
  }
}
