package io.camber.sim.dynamics.manoeuvre;

import static io.camber.sim.dynamics.manoeuvre.TestDrive.GRAVITY_MPS2;

import io.camber.geometry.Vec2;
import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import io.camber.sim.dynamics.manoeuvre.Figure.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Braking on a circle of 100 m at 5 m/s2 with the steering held (ISO 7975): yaw rate one second after the brakes, over the one
 * that the circle would need at the speed of then.
 */
final class BrakeInTurn {
  private static final double RADIUS_M = 100.0;
  private static final double LATERAL_MPS2 = 5.0;
  private static final double STEADY_S = 6.0;

  private final DoubleTrackConfig config;
  private final Ground ground;
  private final List<Vec2> ratios = new ArrayList<>();
  private final List<Vec2> linear = new ArrayList<>();
  private final List<Curve> curves = new ArrayList<>();
  private double mostUsed;
  private double worst;

  private BrakeInTurn(DoubleTrackConfig config, Ground ground) {
    this.config = config;
    this.ground = ground;
  }

  static Report run(DoubleTrackConfig given, Ground ground) {
    BrakeInTurn test = new BrakeInTurn(given.withSteeringMachine(), ground);
    for (double decel : new double[] {1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0}) {
      test.brake(decel);
    }
    return test.report();
  }

  /** Once around and then the brakes, by a deceleration on a dry road. */
  private void brake(double decel) {
    double friction = ground.frictionScale();
    double speed = Math.sqrt(LATERAL_MPS2 * friction * RADIUS_M);
    TestDrive drive = new TestDrive(config, ground, speed, 1.0 / RADIUS_M);
    double steering = drive.last().state().steeringAngle();
    drive.drive(STEADY_S, time -> steering, drive.cruising(speed));
    double radius = drive.last().state().speedMps() / drive.last().yawRate();
    drive.drive(1.5, time -> steering, (time, state) -> -decel * friction);
    TestDrive.Moment after = drive.at(STEADY_S + 1.0);
    double ratio = after.yawRate() * radius / after.state().speedMps();
    ratios.add(new Vec2(decel * friction, ratio));
    linear.add(new Vec2(
        decel * friction, turningIn(config, drive.at(STEADY_S), after.state().speedMps())));
    worst = Math.max(worst, Math.abs(ratio - 1.0));
    for (TestDrive.Moment moment : drive.moments()) {
      mostUsed =
          Math.max(mostUsed, StrictMath.hypot(moment.state().accelMps2(), moment.lateralMps2()));
    }
    if (decel == 2.0 || decel == 4.0 || decel == 8.0) {
      curves.add(Curve.driven(
          String.format(Locale.ROOT, "%.1f m/s²", decel * friction),
          drive.series(STEADY_S - 0.5, moment -> StrictMath.toDegrees(moment.yawRate()))));
    }
  }

  private Report report() {
    double friction = ground.frictionScale();
    double limit = Math.max(config.tyre().along().peak(), config.tyre().across().peak())
        * friction
        * GRAVITY_MPS2;
    return new Report(
        "brake in a turn",
        List.of(
            new Plot("yaw rate, brakes at 0.5 s", "time, s", "yaw rate, deg/s", curves),
            new Plot(
                "yaw rate after 1 s over v/R",
                "deceleration demanded, m/s²",
                "1",
                List.of(
                    Curve.driven("driven", ratios),
                    Curve.expected("(L + K v₀²) / (L + K v²)", linear)))),
        List.of(
            new Figure(
                String.format(
                    Locale.ROOT, "yaw rate over v/R after 1 s, %.1f m/s²", 5.0 * friction),
                "1",
                ratios.get(4).y(),
                linear.get(4).y(),
                Rule.NEAR,
                "(L + K v0^2) / (L + K v^2): what slowing down alone does to a car that understeers"),
            new Figure(
                "largest deviation from v/R after 1 s",
                "1",
                worst,
                0.25,
                Rule.NEAR,
                "a rough one: cars with control systems stay within about a quarter"),
            new Figure(
                "largest total acceleration",
                "m/s2",
                mostUsed,
                1.05 * limit,
                Rule.AT_MOST,
                "friction ellipse: mu g, and 5 % for the air and the arm of the sensor")));
  }

  /** A linear car whose steering is held needs less of it as it slows down, and turns more. */
  private static double turningIn(
      DoubleTrackConfig config, TestDrive.Moment before, double slower) {
    double faster = before.state().speedMps();
    double gradient = config.understeerGradient();
    return (config.wheelbaseM() + gradient * faster * faster)
        / (config.wheelbaseM() + gradient * slower * slower);
  }
}
