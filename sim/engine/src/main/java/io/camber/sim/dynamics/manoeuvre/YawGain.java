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
 * Steady yaw rate per steering angle over speed, at half a metre a second squared, where tyres are linear. What drives the car
 * against the air moves load to the rear, which makes the front axle softer: the closed form is taken with the loads of each speed.
 */
final class YawGain {
  private static final double LATERAL_MPS2 = 0.5;

  private YawGain() {}

  static Report run(DoubleTrackConfig given, Ground ground) {
    DoubleTrackConfig config = given.withSteeringMachine();
    double wheelbase = config.wheelbaseM();
    boolean hasTrailer = config.trailer().isPresent();
    List<Vec2> driven = new ArrayList<>();
    List<Vec2> expected = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (double speed : new double[] {5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0, 40.0}) {
      double formula = speed / (wheelbase + gradient(config, speed) * speed * speed);
      double steering = LATERAL_MPS2 / (speed * formula);
      TestDrive drive = new TestDrive(config, ground, speed, LATERAL_MPS2 / (speed * speed));
      drive.drive(12.0, time -> steering, drive.cruising(speed));
      double reached = drive.last().state().speedMps();
      double gain = drive.last().yawRate() / steering;
      driven.add(new Vec2(reached, gain));
      expected.add(new Vec2(speed, formula));
      if (speed == 10.0 || speed == 20.0 || speed == 30.0) {
        figures.add(new Figure(
            String.format(Locale.ROOT, "yaw gain at %.0f m/s", speed),
            "1/s",
            gain,
            reached / (wheelbase + gradient(config, reached) * reached * reached),
            hasTrailer ? Rule.NEAR : Rule.ABOUT,
            hasTrailer
                ? "v / (L + K v^2), which knows nothing of the trailer's pull"
                : "v / (L + K v^2), K with the loads of this speed"));
      }
    }
    double fastest = driven.get(driven.size() - 1).x();
    double gradient = gradient(config, fastest);
    figures.add(new Figure(
        "understeer gradient at the highest speed",
        "deg/g",
        StrictMath.toDegrees(measuredGradient(driven, wheelbase)) * GRAVITY_MPS2,
        StrictMath.toDegrees(gradient) * GRAVITY_MPS2,
        hasTrailer ? Rule.NEAR : Rule.ABOUT,
        "K = (F_f/C_f - F_r/C_r) / g; at rest "
            + String.format(
                Locale.ROOT,
                "%.2f",
                StrictMath.toDegrees(config.understeerGradient()) * GRAVITY_MPS2)));
    if (gradient > 1e-5) {
      figures.add(new Figure(
          "characteristic speed",
          "m/s",
          Math.sqrt(wheelbase / measuredGradient(driven, wheelbase)),
          Math.sqrt(wheelbase / gradient),
          hasTrailer ? Rule.NEAR : Rule.ABOUT,
          "sqrt(L / K)"));
    }
    Plot plot = new Plot(
        "steady yaw gain",
        "speed, m/s",
        "yaw rate per steering angle, 1/s",
        List.of(Curve.driven("driven", driven), Curve.expected("v / (L + K v²)", expected)));
    return new Report("yaw gain", List.of(plot), figures);
  }

  /** Understeer gradient of a car that is driven against air and rolling resistance: C of each axle follows its load. */
  private static double gradient(DoubleTrackConfig config, double speed) {
    double resistingN = 0.6 * config.body().dragAreaM2() * speed * speed
        + config.body().rollingCoefficient() * config.totalMassKg() * GRAVITY_MPS2;
    double shiftN = resistingN * config.unit().gravityCenterM() / config.wheelbaseM();
    return config.understeerGradient(shiftN);
  }

  /** From the gain at the highest speed: {@code (v / gain - L) / v^2}. */
  private static double measuredGradient(List<Vec2> gains, double wheelbase) {
    Vec2 last = gains.get(gains.size() - 1);
    return (last.x() / last.y() - wheelbase) / (last.x() * last.x());
  }
}
