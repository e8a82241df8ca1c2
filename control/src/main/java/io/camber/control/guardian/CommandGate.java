package io.camber.control.guardian;

import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.VehicleDescription;
import java.util.EnumSet;
import java.util.Set;

/** Cuts a command to what the car can do and the present speed allows. State: the command that it let through last. */
final class CommandGate {
  private static final double NANOS = 1e9;

  /** Commands come at 100 Hz with jitter; a rate is judged over no less than this. */
  private static final double STEP_MIN_S = 0.01;

  private static final double STEP_MAX_S = 0.1;

  /** Room over the nominal rate before cutting: the controller may use all of it. */
  private static final double RATE_ROOM = 1.05;

  /** Below it any wheel angle is slow enough. */
  private static final double SPEED_MIN_MPS = 2.0;

  private final VehicleDescription vehicle;
  private final GuardianConfig config;
  private long lastNs = Long.MIN_VALUE;
  private double lastAngle;

  CommandGate(VehicleDescription vehicle, GuardianConfig config) {
    this.vehicle = vehicle;
    this.config = config;
  }

  /** The command as it may go out; what was cut is added to {@code findings}. The command must be finite. */
  ControlCommand pass(long timeNs, ControlCommand command, double speed, Set<Finding> findings) {
    double angle = bounded(command.steeringAngle(), angleMax(speed));
    if (angle != command.steeringAngle()) {
      findings.add(Finding.STEERING_LIMITED);
    }
    if (lastNs != Long.MIN_VALUE) {
      double stepS = Math.max(STEP_MIN_S, Math.min(STEP_MAX_S, (timeNs - lastNs) / NANOS));
      double change = vehicle.steeringRateRadpsMax() * RATE_ROOM * stepS;
      double reachable = lastAngle + bounded(angle - lastAngle, change);
      if (reachable != angle) {
        findings.add(Finding.STEERING_RATE_LIMITED);
      }
      angle = reachable;
    }
    double most = Math.min(config.accelMps2Max(), vehicle.accelMps2Max());
    double accel = Math.max(-vehicle.decelMps2Max(), Math.min(most, command.accelMps2()));
    if (accel != command.accelMps2()) {
      findings.add(Finding.ACCEL_LIMITED);
    }
    lastNs = timeNs;
    lastAngle = angle;
    return new ControlCommand(timeNs, angle, accel, command.mode());
  }

  static Set<Finding> noFindings() {
    return EnumSet.noneOf(Finding.class);
  }

  private double angleMax(double speed) {
    double most = vehicle.steeringAngleMax();
    if (Math.abs(speed) < SPEED_MIN_MPS) {
      return most;
    }
    double curvature = config.lateralAccelMps2Max() / (speed * speed);
    return Math.min(most, StrictMath.atan(curvature * (vehicle.wheelbaseM() + understeer(speed))));
  }

  /** An understeering car needs more angle for the same curvature; 0.004 rad per m/s2 is a strongly understeering one. */
  private static double understeer(double speed) {
    return 0.004 * speed * speed;
  }

  private static double bounded(double value, double most) {
    return Math.max(-most, Math.min(most, value));
  }
}
