package io.camber.control.guardian;

import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;

/**
 * Stops in the lane with the wheels where they were: braking builds up with a bounded jerk, stays, and becomes the hold at
 * standstill. Whether it ends is for the {@link Guardian} to say.
 */
final class MinimalRiskManoeuvre {
  private static final double NANOS = 1e9;
  private static final double STANDSTILL_MPS = 0.05;
  private static final double HOLD_MPS2 = 2.0;

  private final GuardianConfig config;
  private final double steeringAngle;
  private long lastNs;
  private double accel;

  MinimalRiskManoeuvre(GuardianConfig config, long timeNs, double steeringAngle, double accel) {
    this.config = config;
    this.steeringAngle = steeringAngle;
    this.lastNs = timeNs;
    this.accel = Math.max(-config.riskDecelMps2(), Math.min(0.0, accel));
  }

  ControlCommand step(long timeNs, double speed) {
    double stepS = Math.max(0.0, (timeNs - lastNs) / NANOS);
    double target = Math.abs(speed) < STANDSTILL_MPS ? -HOLD_MPS2 : -config.riskDecelMps2();
    double change = config.riskJerkMps3() * stepS;
    accel += Math.max(-change, Math.min(change, target - accel));
    lastNs = timeNs;
    return new ControlCommand(timeNs, steeringAngle, accel, DriveMode.MINIMAL_RISK);
  }
}
