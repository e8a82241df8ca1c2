package io.camber.control;

import io.camber.control.lateral.LateralController;
import io.camber.control.lateral.SteeringDemand;
import io.camber.control.longitudinal.AccelDemand;
import io.camber.control.longitudinal.LongitudinalConfig;
import io.camber.control.longitudinal.LongitudinalController;
import io.camber.control.reference.ReferencePath;
import io.camber.motion.Plan;
import io.camber.pose.EgoPose;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import io.camber.vehicle.VehicleDescription;
import io.camber.vehicle.VehicleReport;
import java.util.Optional;

/**
 * Follows the newest plan, sideways and lengthways. Without any plan it stays silent; when the plan is old or has no usable
 * trajectory it follows the plan's safe stop; when there is none it brakes with the wheels held. Owned by one thread.
 */
public final class TrajectoryController {
  /** Braking when a plan offers no trajectory at all; UN R157 allows a minimal risk manoeuvre 4 m/s2. */
  private static final double BLIND_BRAKE_MPS2 = 3.0;

  private static final double BLIND_JERK_MPS3 = 5.0;
  private static final double NANOS = 1e9;

  private final PlanChoice choice = new PlanChoice();
  private final LateralController lateral;
  private final LongitudinalController longitudinal;
  private long lastNs = Long.MIN_VALUE;
  private double lastAngle;
  private double lastAccel;

  public TrajectoryController(VehicleDescription vehicle, ControlConfig config) {
    this.lateral = new LateralController(vehicle, config.lateral());
    this.longitudinal = new LongitudinalController(vehicle, config.longitudinal());
  }

  /** Works with another tuning lengthways from the next step on. */
  public void retune(LongitudinalConfig other) {
    longitudinal.retune(other);
  }

  /** Takes a new plan; one that is older than the newest is ignored. */
  public void accept(Plan plan) {
    choice.accept(plan);
  }

  /** The command for {@code timeNs}, empty before the first plan. */
  public Optional<TrackingStep> step(long timeNs, EgoPose pose, VehicleReport report) {
    if (!choice.hasPlan() || timeNs <= lastNs) {
      return Optional.empty();
    }
    if (!report.engaged() || lastNs == Long.MIN_VALUE) {
      takeOver(timeNs, report);
    }
    DriveMode mode = choice.mode(timeNs);
    Optional<ReferencePath> path = choice.path(mode);
    TrackingStep step =
        path.isPresent() ? follow(timeNs, pose, report, path.get(), mode) : brake(timeNs);
    lastNs = timeNs;
    lastAngle = step.command().steeringAngle();
    lastAccel = step.command().accelMps2();
    return Optional.of(step);
  }

  private void takeOver(long timeNs, VehicleReport report) {
    lateral.reset(timeNs, report.steeringAngle());
    longitudinal.reset(timeNs, report.accelMps2());
    lastAngle = report.steeringAngle();
    lastAccel = 0.0;
  }

  private TrackingStep follow(
      long timeNs, EgoPose pose, VehicleReport report, ReferencePath path, DriveMode mode) {
    SteeringDemand steering =
        lateral.step(timeNs, pose, report, longitudinal.lastAccelMps2(), path);
    AccelDemand accel = longitudinal.step(timeNs, pose, path);
    ControlCommand command =
        new ControlCommand(timeNs, steering.steeringAngle(), accel.accelMps2(), mode);
    return new TrackingStep(command, steering, accel);
  }

  private TrackingStep brake(long timeNs) {
    double stepS = lastNs == Long.MIN_VALUE ? 0.0 : (timeNs - lastNs) / NANOS;
    double change = BLIND_JERK_MPS3 * Math.min(0.1, stepS);
    double accel = Math.max(-BLIND_BRAKE_MPS2, Math.min(0.0, lastAccel) - change);
    ControlCommand command = new ControlCommand(timeNs, lastAngle, accel, DriveMode.SAFE_STOP);
    return new TrackingStep(
        command,
        new SteeringDemand(lastAngle, 0.0, 0.0, lastAngle, false),
        new AccelDemand(accel, 0.0, 0.0, false));
  }
}
