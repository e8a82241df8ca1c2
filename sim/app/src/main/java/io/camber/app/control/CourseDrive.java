package io.camber.app.control;

import io.camber.control.ControlConfig;
import io.camber.control.TrackingStep;
import io.camber.control.TrajectoryController;
import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import io.camber.geometry.Vec2;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.Plant;
import io.camber.sim.dynamics.PlantState;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.VehicleReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A car with the stack's controller on a course: a plan every 100 ms, a true pose and a report every 10 ms, a command 4 ms
 * after them, which reaches the actuators another 6 ms later. Ends at the end of the course or when the car is lost.
 */
final class CourseDrive {
  private static final long STEP_NS = 10_000_000L;
  private static final long COMMAND_NS = 4_000_000L;
  private static final int STEPS_PER_PLAN = 10;
  private static final double NANOS = 1e9;

  /** The controller leaves the wheels as they are while the car stands, which is no limit. */
  private static final double STANDING_MPS = 0.1;

  private final Course course;
  private final Perturbation perturbation;
  private final Plant plant;
  private final Ground ground;
  private final TrajectoryController controller;
  private final CourseErrors errors = new CourseErrors(STEP_NS / NANOS);
  private final List<Vec2> lateral = new ArrayList<>();
  private double steering;
  private double accel;

  CourseDrive(Course course, TestCar car, Perturbation perturbation) {
    this.course = course;
    this.perturbation = perturbation;
    plant = car.plant(perturbation);
    ground = new Ground(course.pitch(), perturbation.frictionScale());
    controller = new TrajectoryController(car.description(), ControlConfig.DEFAULTS);
    TrajectoryPoint start = course.at(0L);
    plant.reset(start.pose(), start.speedMps(), start.curvaturePerM(), 0.0, ground);
  }

  CourseFigures run() {
    long steps = Math.round(course.durationS() * NANOS / STEP_NS);
    for (long i = 0; i <= steps && !errors.hasDiverged(); i++) {
      long now = i * STEP_NS;
      PlantState state = plant.state();
      errors.update(course.at(now), state.mapFromBase(), state.speedMps());
      lateral.add(new Vec2(now / NANOS, errors.lateralM()));
      if (i % STEPS_PER_PLAN == 0) {
        controller.accept(new Plan(now, course.plan(now), Trajectory.EMPTY, List.of(), List.of()));
      }
      Optional<TrackingStep> step =
          controller.step(now + COMMAND_NS, pose(now, state), report(now, state));
      step.ifPresent(made -> errors.command(
          made.command(), made.steering().limited() && state.speedMps() > STANDING_MPS));
      move(step.orElseThrow().command());
    }
    return errors.figures(course.hasStop());
  }

  /** Lateral error over time in seconds. */
  List<Vec2> lateral() {
    return List.copyOf(lateral);
  }

  /** The command of now acts from the next step on; until then the plant has that of the step before. */
  private void move(ControlCommand next) {
    plant.step(STEP_NS, steering, accel, ground);
    steering = perturbation.steered(next.steeringAngle());
    accel = next.accelMps2() / perturbation.massScale();
  }

  private EgoPose pose(long now, PlantState state) {
    return new EgoPose(
        now,
        new Pose3(
            state.mapFromBase().x(),
            state.mapFromBase().y(),
            0.0,
            state.mapFromBase().yaw(),
            course.pitch() + state.bodyPitch(),
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
