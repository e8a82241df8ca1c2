package io.camber.app.control;

import io.camber.control.TrackingStep;
import io.camber.geometry.Vec2;
import io.camber.sim.dynamics.PlantState;
import java.util.ArrayList;
import java.util.List;

/** A car with the stack's controller on a course. Ends at the end of the course or when the car is lost. */
final class CourseDrive {
  private static final double NANOS = 1e9;

  /** The controller leaves the wheels as they are while the car stands, which is no limit. */
  private static final double STANDING_MPS = 0.1;

  private final Course course;
  private final ControlledCar car;
  private final CourseErrors errors = new CourseErrors(ControlledCar.STEP_NS / NANOS);
  private final List<Vec2> lateral = new ArrayList<>();

  CourseDrive(Course course, TestCar car, Perturbation perturbation) {
    this.course = course;
    this.car = new ControlledCar(course, car, perturbation);
  }

  CourseFigures run() {
    long steps = Math.round(course.durationS() * NANOS / ControlledCar.STEP_NS);
    for (long i = 0; i <= steps && !errors.hasDiverged(); i++) {
      PlantState state = car.state();
      errors.update(course.at(car.timeNs()), state.mapFromBase(), state.speedMps());
      lateral.add(new Vec2(car.timeNs() / NANOS, errors.lateralM()));
      TrackingStep step = car.decide();
      errors.command(step.command(), step.steering().limited() && state.speedMps() > STANDING_MPS);
      car.move(step.command().steeringAngle(), step.command().accelMps2());
    }
    return errors.figures(course.hasStop());
  }

  /** Lateral error over time in seconds. */
  List<Vec2> lateral() {
    return List.copyOf(lateral);
  }
}
