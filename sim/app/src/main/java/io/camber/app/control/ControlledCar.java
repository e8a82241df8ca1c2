package io.camber.app.control;

import io.camber.control.ControlConfig;
import io.camber.control.TrackingStep;
import io.camber.control.TrajectoryController;
import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.Plant;
import io.camber.sim.dynamics.PlantState;
import io.camber.vehicle.VehicleReport;
import java.util.List;

/**
 * A car with the stack's controller: a plan every 100 ms, a true pose and a report every 10 ms, a command 4 ms after them, which
 * reaches the actuators another 6 ms later. Starts in steady motion on its reference.
 */
final class ControlledCar {
  static final long STEP_NS = 10_000_000L;
  private static final long COMMAND_NS = 4_000_000L;
  private static final int STEPS_PER_PLAN = 10;

  private final Reference reference;
  private final Perturbation perturbation;
  private final Plant plant;
  private final Ground ground;
  private final TrajectoryController controller;
  private long steps;
  private double steering;
  private double accel;

  ControlledCar(Reference reference, TestCar car, Perturbation perturbation) {
    this.reference = reference;
    this.perturbation = perturbation;
    plant = car.plant(perturbation);
    ground = new Ground(reference.pitch(), perturbation.frictionScale());
    controller = new TrajectoryController(car.description(), ControlConfig.DEFAULTS);
    TrajectoryPoint start = reference.at(0L);
    plant.reset(start.pose(), start.speedMps(), start.curvaturePerM(), 0.0, ground);
  }

  long timeNs() {
    return steps * STEP_NS;
  }

  PlantState state() {
    return plant.state();
  }

  /** What the controller does now. */
  TrackingStep decide() {
    long now = timeNs();
    if (steps % STEPS_PER_PLAN == 0) {
      controller.accept(new Plan(now, reference.plan(now), Trajectory.EMPTY, List.of(), List.of()));
    }
    PlantState state = plant.state();
    return controller
        .step(now + COMMAND_NS, pose(now, state), report(now, state))
        .orElseThrow();
  }

  /** A command of now acts from the next step on; until then the plant has that of the step before. */
  void move(double steeringAngle, double accelMps2) {
    plant.step(STEP_NS, steering, accel, ground);
    steering = perturbation.steered(steeringAngle);
    accel = accelMps2 / perturbation.massScale();
    steps++;
  }

  private EgoPose pose(long now, PlantState state) {
    return new EgoPose(
        now,
        new Pose3(
            state.mapFromBase().x(),
            state.mapFromBase().y(),
            0.0,
            state.mapFromBase().yaw(),
            reference.pitch() + state.bodyPitch(),
            state.bodyRoll()),
        new Twist2(state.speedMps(), state.leftMps(), state.yawRateRadps()),
        state.accelMps2(),
        0.03,
        0.03,
        0.002,
        0.0,
        1.0,
        PoseStatus.TRACKING);
  }

  private VehicleReport report(long now, PlantState state) {
    return new VehicleReport(
        now,
        state.speedMps(),
        perturbation.measured(state.steeringAngle()),
        state.accelMps2(),
        true);
  }
}
