package io.camber.control;

import io.camber.control.reference.CommandLine;
import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.VehicleReport;

/**
 * The car of the closed-loop tests: dead time, rate limit and lag of the steering; drive and brake lag, drag and grade;
 * either a kinematic single track, or a dynamic one with linear tyres. Written apart from the controller's model.
 */
final class Plant {
  private static final double STEP_S = 0.001;

  /** What may differ from what the controller is told. */
  record Traits(
      double deadTimeS,
      double lagS,
      double steeringGain,
      double steeringBias,
      double driveLagS,
      double brakeLagS,
      double accelGain,
      double grade,
      double drag,
      boolean dynamic) {
    static final Traits NOMINAL =
        new Traits(0.24, 0.27, 1.0, 0.0, 0.25, 0.12, 1.0, 0.0, 0.0, false);

    Traits withSteering(double deadTime, double lag, double gain, double bias) {
      return new Traits(
          deadTime, lag, gain, bias, driveLagS, brakeLagS, accelGain, grade, drag, dynamic);
    }

    Traits withDrive(double lag, double gain, double slope, double air) {
      return new Traits(
          deadTimeS, lagS, steeringGain, steeringBias, lag, brakeLagS, gain, slope, air, dynamic);
    }

    Traits withTyres() {
      return new Traits(
          deadTimeS,
          lagS,
          steeringGain,
          steeringBias,
          driveLagS,
          brakeLagS,
          accelGain,
          grade,
          drag,
          true);
    }
  }

  private final Traits traits;
  private final CommandLine steering = new CommandLine();
  private double accelCommand;
  private long timeNs;
  double x;
  double y;
  double yaw;
  double speed;
  double left;
  double yawRate;
  double angle;
  double accel;
  boolean engaged;

  Plant(Traits traits, double speed) {
    this.traits = traits;
    this.speed = speed;
  }

  boolean isDynamic() {
    return traits.dynamic();
  }

  long timeNs() {
    return timeNs;
  }

  void obey(ControlCommand command) {
    engaged = true;
    steering.add(timeNs + Math.round(traits.deadTimeS() * 1e9), command.steeringAngle());
    accelCommand = command.accelMps2();
  }

  void advance(long untilNs) {
    while (timeNs < untilNs) {
      step();
      timeNs += 1_000_000L;
    }
  }

  private void step() {
    double target = traits.steeringGain() * steering.at(timeNs) + traits.steeringBias();
    double change = (1.0 - StrictMath.exp(-STEP_S / traits.lagS())) * (target - angle);
    angle += Math.max(-0.70 * STEP_S, Math.min(0.70 * STEP_S, change));
    double lag = accelCommand < accel ? traits.brakeLagS() : traits.driveLagS();
    accel += STEP_S / lag * (traits.accelGain() * accelCommand - accel);
    double before = speed;
    double net = accel - traits.drag() * speed * speed - 9.81 * StrictMath.sin(traits.grade());
    speed = Math.max(0.0, speed + STEP_S * net);
    if (before == 0.0 && accel < 0.0) {
      speed = 0.0;
    }
    if (traits.dynamic() && speed > 3.0) {
      slide();
    } else {
      left = 0.0;
      yawRate = speed * StrictMath.tan(angle) / 2.79;
    }
    double heading = yaw + 0.5 * yawRate * STEP_S;
    x += STEP_S * (speed * StrictMath.cos(heading) - left * StrictMath.sin(heading));
    y += STEP_S * (speed * StrictMath.sin(heading) + left * StrictMath.cos(heading));
    yaw += yawRate * STEP_S;
  }

  /** Linear single track (Rajamani, section 2.3), 1600 kg, stated at the centre of mass 1.4 m ahead of the rear axle. */
  private void slide() {
    double a = 1.39;
    double b = 1.40;
    double lateral = left + b * yawRate;
    double front = -110_000 * ((lateral + a * yawRate) / speed - angle);
    double rear = -130_000 * (lateral - b * yawRate) / speed;
    lateral += STEP_S * ((front + rear) / 1600 - speed * yawRate);
    yawRate += STEP_S * (a * front - b * rear) / 2600;
    left = lateral - b * yawRate;
  }

  EgoPose pose(double noiseX, double noiseY, double noiseYaw) {
    return new EgoPose(
        timeNs,
        new Pose3(x + noiseX, y + noiseY, 0.0, yaw + noiseYaw, -traits.grade(), 0.0),
        new Twist2(speed, left, yawRate),
        accel,
        0.03,
        0.03,
        0.002,
        0.0,
        1.0,
        PoseStatus.TRACKING);
  }

  VehicleReport report() {
    return new VehicleReport(timeNs, speed, angle, accel, engaged);
  }
}
