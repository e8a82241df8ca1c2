package io.camber.sim.dynamics.manoeuvre;

import static io.camber.sim.dynamics.manoeuvre.TestDrive.GRAVITY_MPS2;

import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import io.camber.sim.dynamics.manoeuvre.Figure.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * Sine with dwell (FMVSS 126 S7.9, UN R140 Annex 3): one period of 0.7 Hz at 80 km/h, coasting, with a dwell of 0.5 s at the
 * second peak, in growing amplitude. A unit of amplitude is the steering angle at 0.3 g. After the steering has come back the
 * yaw rate must have fallen to 35 % of its peak within 1 s and to 20 % within 1.75 s, and from five units on the car must have
 * moved 1.83 m to the side 1.07 s after the begin of steering.
 */
final class SineWithDwell {
  private static final double SPEED_MPS = 80.0 / 3.6;
  private static final double FREQUENCY_HZ = 0.7;
  private static final double DWELL_S = 0.5;
  private static final double BEGIN_S = 0.5;
  private static final double PEAK_AT_S = 0.75 / FREQUENCY_HZ;
  private static final double END_S = 1.0 / FREQUENCY_HZ + DWELL_S;

  private SineWithDwell() {}

  static Report run(DoubleTrackConfig given, Ground ground) {
    DoubleTrackConfig machine = given.withSteeringMachine();
    DoubleTrackConfig helped = machine.withStabilityControl(true);
    DoubleTrackConfig alone = machine.withStabilityControl(false);
    double lateral = 0.3 * GRAVITY_MPS2;
    double unit =
        lateral * (machine.wheelbaseM() / (SPEED_MPS * SPEED_MPS) + machine.understeerGradient());
    List<Vec2> early = new ArrayList<>();
    List<Vec2> late = new ArrayList<>();
    List<Vec2> lateAlone = new ArrayList<>();
    List<Vec2> aside = new ArrayList<>();
    for (double factor = 1.5; factor <= 6.5; factor += 0.5) {
      TestDrive with = drive(helped, ground, factor * unit);
      early.add(new Vec2(factor, 100.0 * left(with, 1.0)));
      late.add(new Vec2(factor, 100.0 * left(with, 1.75)));
      aside.add(new Vec2(factor, aside(with)));
      lateAlone.add(new Vec2(
          factor, Math.min(150.0, 100.0 * left(drive(alone, ground, factor * unit), 1.75))));
    }
    return new Report(
        "sine with dwell",
        List.of(traces(helped, alone, ground, 5.0 * unit), ratios(early, late, lateAlone)),
        figures(early, late, lateAlone, aside));
  }

  private static TestDrive drive(DoubleTrackConfig config, Ground ground, double amplitude) {
    return new TestDrive(config, ground, SPEED_MPS, 0.0)
        .drive(
            BEGIN_S + END_S + 2.5, time -> amplitude * wave(time - BEGIN_S), (time, state) -> 0.0);
  }

  private static double wave(double time) {
    if (time <= 0.0 || time >= END_S) {
      return 0.0;
    }
    double phase = time < PEAK_AT_S ? time : Math.max(PEAK_AT_S, time - DWELL_S);
    return StrictMath.sin(2.0 * Math.PI * FREQUENCY_HZ * phase);
  }

  /** Yaw rate a time after the steering has come back, over its peak in the second half. */
  private static double left(TestDrive drive, double afterS) {
    double half = BEGIN_S + 0.5 / FREQUENCY_HZ;
    double peak = drive.peak(half, BEGIN_S + END_S, TestDrive.Moment::yawRate);
    return drive.at(BEGIN_S + END_S + afterS).yawRate() / peak;
  }

  private static double aside(TestDrive drive) {
    Pose2 start = drive.at(BEGIN_S).state().mapFromBase();
    return Math.abs(start
        .applyInverse(drive.at(BEGIN_S + 1.07).state().mapFromBase().position())
        .y());
  }

  private static Plot traces(
      DoubleTrackConfig helped, DoubleTrackConfig alone, Ground ground, double amplitude) {
    TestDrive with = drive(helped, ground, amplitude);
    TestDrive without = drive(alone, ground, amplitude);
    return new Plot(
        "sine with dwell, five units",
        "time, s",
        "yaw rate and steering angle, deg/s and deg",
        List.of(
            Curve.driven(
                "with stability control",
                with.series(0.0, moment -> StrictMath.toDegrees(moment.yawRate()))),
            Curve.driven(
                "without", without.series(0.0, moment -> StrictMath.toDegrees(moment.yawRate()))),
            Curve.expected(
                "steering",
                with.series(0.0, moment -> StrictMath.toDegrees(moment.state().steeringAngle())))));
  }

  private static Plot ratios(List<Vec2> early, List<Vec2> late, List<Vec2> lateAlone) {
    return new Plot(
        "yaw rate that is left",
        "amplitude, units",
        "share of the peak, %",
        List.of(
            Curve.driven("1 s after, with control", early),
            Curve.driven("1.75 s after, with control", late),
            Curve.driven("1.75 s after, without (cut at 150)", lateAlone),
            Curve.expected("limit 35", List.of(new Vec2(1.5, 35.0), new Vec2(6.5, 35.0))),
            Curve.expected("limit 20", List.of(new Vec2(1.5, 20.0), new Vec2(6.5, 20.0)))));
  }

  private static List<Figure> figures(
      List<Vec2> early, List<Vec2> late, List<Vec2> lateAlone, List<Vec2> aside) {
    return List.of(
        new Figure(
            "largest share after 1 s",
            "%",
            largest(early),
            35.0,
            Rule.AT_MOST,
            "FMVSS 126 S5.2.1, UN R140"),
        new Figure(
            "largest share after 1.75 s",
            "%",
            largest(late),
            20.0,
            Rule.AT_MOST,
            "FMVSS 126 S5.2.2, UN R140"),
        new Figure(
            "least way to the side, five units and more",
            "m",
            aside.stream()
                .filter(point -> point.x() >= 5.0)
                .mapToDouble(Vec2::y)
                .min()
                .orElse(Double.NaN),
            1.83,
            Rule.AT_LEAST,
            "FMVSS 126 S5.2.3, UN R140, up to 3500 kg"),
        new Figure(
            "largest share after 1.75 s without control",
            "%",
            largest(lateAlone),
            20.0,
            Rule.NEAR,
            "what the control is for"));
  }

  private static double largest(List<Vec2> points) {
    return points.stream().mapToDouble(Vec2::y).max().orElse(Double.NaN);
  }
}
