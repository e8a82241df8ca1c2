package io.camber.sim.dynamics.manoeuvre;

import static io.camber.sim.dynamics.manoeuvre.TestDrive.GRAVITY_MPS2;

import io.camber.geometry.Vec2;
import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import io.camber.sim.dynamics.manoeuvre.Figure.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * Slowly increasing steering at 80 km/h until the tyres can give no more (ISO 4138, constant speed; FMVSS 126 S7.6): steering in
 * excess of the kinematic angle over lateral acceleration.
 */
final class SteadyCircle {
  private static final double SPEED_MPS = 80.0 / 3.6;
  private static final double RAMP_S = 60.0;

  /** Far beyond what brings any of the vehicles to its limit. */
  private static final double STEERING_MAX = 0.16;

  private SteadyCircle() {}

  static Report run(DoubleTrackConfig given, Ground ground) {
    DoubleTrackConfig config = given.withSteeringMachine().withStabilityControl(false);
    TestDrive drive = new TestDrive(config, ground, SPEED_MPS, 0.0);
    double rate = STEERING_MAX * ground.frictionScale() / RAMP_S;
    drive.drive(RAMP_S, time -> rate * time, drive.cruising(SPEED_MPS));

    double gradient = config.understeerGradient();
    List<Vec2> driven = new ArrayList<>();
    double most = 0.0;
    for (TestDrive.Moment moment : drive.moments()) {
      double lateral = moment.lateralMps2();
      most = Math.max(most, lateral);
      if (moment.timeS() > 1.0 && moment.state().speedMps() > 0.8 * SPEED_MPS) {
        double kinematic =
            config.wheelbaseM() * moment.yawRate() / moment.state().speedMps();
        double excess = moment.state().steeringAngle() - kinematic;
        driven.add(new Vec2(lateral, StrictMath.toDegrees(excess)));
      }
    }
    double limit = config.tyre().across().peak() * ground.frictionScale() * GRAVITY_MPS2;
    List<Vec2> expected = List.of(
        new Vec2(0.0, 0.0), new Vec2(0.5 * limit, StrictMath.toDegrees(gradient * 0.5 * limit)));
    List<Figure> figures = List.of(
        new Figure(
            "largest lateral acceleration",
            "m/s2",
            most,
            limit,
            Rule.AT_MOST,
            "mu g of one tyre at its nominal load"),
        new Figure(
            "gradient at 1 m/s2",
            "deg/g",
            slope(driven, 0.5, 1.5) * GRAVITY_MPS2,
            StrictMath.toDegrees(gradient) * GRAVITY_MPS2,
            Rule.NEAR,
            "K; tyres bend and the ramp lags a little"));
    return new Report(
        "steady-state cornering",
        List.of(new Plot(
            "steering beyond L/R at 80 km/h",
            "lateral acceleration, m/s²",
            "excess steering angle, deg",
            List.of(
                Curve.driven("driven", thinned(driven)),
                Curve.expected("K a, linear range", expected)))),
        figures);
  }

  /** Slope between two places of the x axis. */
  private static double slope(List<Vec2> points, double from, double to) {
    Vec2 first = new Vec2(0.0, 0.0);
    Vec2 last = first;
    for (Vec2 point : points) {
      if (point.x() <= from) {
        first = point;
      }
      if (point.x() <= to) {
        last = point;
      }
    }
    return (last.y() - first.y()) / (last.x() - first.x());
  }

  private static List<Vec2> thinned(List<Vec2> points) {
    List<Vec2> some = new ArrayList<>();
    for (int i = 0; i < points.size(); i += 20) {
      some.add(points.get(i));
    }
    return some;
  }
}
