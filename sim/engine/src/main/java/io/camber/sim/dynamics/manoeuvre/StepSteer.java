package io.camber.sim.dynamics.manoeuvre;

import io.camber.geometry.Vec2;
import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import io.camber.sim.dynamics.manoeuvre.Figure.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A step of the steering at 80 km/h (ISO 7401), beside the linear single-track model. */
final class StepSteer {
  private static final double SPEED_MPS = 80.0 / 3.6;
  private static final double STEP_AT_S = 0.5;

  /** The road wheels take this long, as a steering machine does. */
  private static final double RISE_S = 0.1;

  private static final double LENGTH_S = 4.0;

  private StepSteer() {}

  static Report run(DoubleTrackConfig given, Ground ground) {
    DoubleTrackConfig config = given.withSteeringMachine().withStabilityControl(false);
    List<Plot> plots = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (double lateral : new double[] {1.0, 4.0}) {
      one(config, ground, lateral * ground.frictionScale(), plots, figures);
    }
    return new Report("step steer", plots, figures);
  }

  private static void one(
      DoubleTrackConfig config,
      Ground ground,
      double lateralMps2,
      List<Plot> plots,
      List<Figure> figures) {
    double gain =
        SPEED_MPS / (config.wheelbaseM() + config.understeerGradient() * SPEED_MPS * SPEED_MPS);
    double steering = lateralMps2 / (SPEED_MPS * gain);
    TestDrive drive = new TestDrive(config, ground, SPEED_MPS, 0.0);
    drive.drive(LENGTH_S, time -> steering * ramp(time), drive.cruising(SPEED_MPS));

    List<Vec2> expected = new ArrayList<>();
    LinearCar linear = new LinearCar(config, SPEED_MPS);
    double linearPeak = 0.0;
    for (TestDrive.Moment moment : drive.moments()) {
      expected.add(new Vec2(moment.timeS(), StrictMath.toDegrees(linear.yawRate())));
      linearPeak = Math.max(linearPeak, linear.yawRate());
      linear.advance(TestDrive.STEP_S, steering * ramp(moment.timeS()));
    }
    String name = String.format(Locale.ROOT, "%.0f m/s²", lateralMps2);
    double speed = drive.last().state().speedMps();
    figures.add(new Figure(
        "steady yaw rate, " + name,
        "deg/s",
        StrictMath.toDegrees(drive.last().yawRate()),
        StrictMath.toDegrees(
            steering * speed / (config.wheelbaseM() + config.understeerGradient() * speed * speed)),
        lateralMps2 < 2.0 ? Rule.ABOUT : Rule.NEAR,
        "v delta / (L + K v^2)"));
    figures.add(new Figure(
        "time to 90 % of the yaw rate, " + name,
        "s",
        riseS(drive.series(STEP_AT_S, TestDrive.Moment::yawRate)),
        riseS(expected.stream()
            .filter(point -> point.x() >= STEP_AT_S)
            .map(point -> new Vec2(point.x() - STEP_AT_S, point.y()))
            .toList()),
        Rule.NEAR,
        "linear single-track model, whose tyres answer at once"));
    figures.add(new Figure(
        "peak over steady yaw rate, " + name,
        "1",
        drive.peak(STEP_AT_S, LENGTH_S, TestDrive.Moment::yawRate)
            / drive.last().yawRate(),
        linearPeak / linear.yawRate(),
        Rule.NEAR,
        "linear single-track model"));
    plots.add(new Plot(
        "step steer at 80 km/h to " + name,
        "time, s",
        "yaw rate, deg/s",
        List.of(
            Curve.driven(
                "driven", drive.series(0.0, moment -> StrictMath.toDegrees(moment.yawRate()))),
            Curve.expected("linear single-track model", expected))));
  }

  private static double ramp(double time) {
    return Math.max(0.0, Math.min(1.0, (time - STEP_AT_S) / RISE_S));
  }

  /** When a series first reaches 90 % of its last value. */
  private static double riseS(List<Vec2> points) {
    double last = points.get(points.size() - 1).y();
    for (Vec2 point : points) {
      if (point.y() >= 0.9 * last) {
        return point.x();
      }
    }
    return Double.NaN;
  }
}
