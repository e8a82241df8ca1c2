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
  /** The same for what the measured angle keeps away from the commanded one: gain and zero of the actuator, about 1 s. */
  private static final double OFFSET_GAIN = 0.05;

  private static final double OFFSET_MAX = 0.035;

  /** After a longer silence of reports only the measurement counts. */
  private static final long STALE_NS = 200_000_000L;

  private static final double NANOS = 1e9;

  /** Share of a measured wheel angle that enters per step; the sensor is quantised, the lag model is smooth. */
  private static final double MEASUREMENT_GAIN = 0.15;

  private final CommandLine line = new CommandLine();
  private final double lagS;
  private final double rateRadpsMax;
  private double steeringAngle;
  private double actuatorOffset;
  private long observedNs = Long.MIN_VALUE;

  DeadTimePredictor(VehicleDescription vehicle) {
    lagS = vehicle.steeringLagS();
    rateRadpsMax = vehicle.steeringRateRadpsMax();
  }

  void reset(double measuredAngle) {
    line.reset(measuredAngle);
    steeringAngle = measuredAngle;
    observedNs = Long.MIN_VALUE;
  }

  void commanded(long effectiveNs, double angle) {
    line.add(effectiveNs, angle);
  }

  /** Wheel angle at the time of a report: the lag model's, pulled towards the measured one. */
  double observe(long timeNs, double measuredAngle) {
    if (observedNs == Long.MIN_VALUE || timeNs - observedNs > STALE_NS) {
      steeringAngle = measuredAngle;
    } else if (timeNs > observedNs) {
      double stepS = (timeNs - observedNs) / NANOS;
      steeringAngle = turn(steeringAngle, line.at(observedNs) + actuatorOffset, stepS);
      double innovation = measuredAngle - steeringAngle;
      steeringAngle += MEASUREMENT_GAIN * innovation;
      actuatorOffset += OFFSET_GAIN * innovation;
      actuatorOffset = Math.max(-OFFSET_MAX, Math.min(OFFSET_MAX, actuatorOffset));
    }
    observedNs = Math.max(observedNs, timeNs);
    return steeringAngle;
  }

  /** Measured less commanded wheel angle in the long run. */
  double actuatorOffset() {
    return actuatorOffset;
  }

  /** Motion at {@code untilNs} under the handling learned so far and a constant acceleration. */
  PredictedMotion predict(EgoPose pose, HandlingEstimator learned, double accelMps2, long untilNs) {
    HandlingModel handling = learned.model();
    double driftRadps = learned.driftRadps();
    Pose3 start = pose.mapFromBase();
    double x = start.x();
    double y = start.y();
    double yaw = start.yaw();
    double speed = Math.max(0.0, pose.twist().forwardMps());
    double angle = steeringAngle;
    double yawRate = learned.yawRateRadps();
    long time = pose.timeNs();
    while (time < untilNs) {
      double stepS = Math.min(STEP_NS, untilNs - time) / NANOS;
      if (time >= observedNs) {
        angle = turn(angle, line.at(time) + actuatorOffset, stepS);
      }
      double settled = handling.yawRateRadps(speed, angle) + (speed > 0.0 ? driftRadps : 0.0);
      double lagS = handling.yawLagS(speed);
      yawRate += (lagS > stepS ? stepS / lagS : 1.0) * (settled - yawRate);
      double course = yaw + handling.sideslip(speed, yawRate) + 0.5 * yawRate * stepS;
      x += speed * stepS * StrictMath.cos(course);
      y += speed * stepS * StrictMath.sin(course);
      yaw += yawRate * stepS;
      speed = Math.max(0.0, speed + accelMps2 * stepS);
      time += STEP_NS;
    }
    double course = yaw + handling.sideslip(speed, yawRate);
    return new PredictedMotion(x, y, course, speed, yawRate, angle);
  }

  private double turn(double angle, double target, double stepS) {
    double share = lagS > 0.0 ? 1.0 - StrictMath.exp(-stepS / lagS) : 1.0;
    double most = rateRadpsMax * stepS;
    return angle + Math.max(-most, Math.min(most, share * (target - angle)));
  }
}
