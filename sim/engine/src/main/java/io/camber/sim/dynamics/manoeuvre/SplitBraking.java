package io.camber.sim.dynamics.manoeuvre;

import static io.camber.sim.dynamics.manoeuvre.TestDrive.GRAVITY_MPS2;

import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.PlantState;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import io.camber.sim.dynamics.manoeuvre.Figure.Rule;
import java.util.List;

/**
 * Full braking with ice under the right wheels, by a driver who countersteers (UN R13-H Annex 6, 5.3.4 to 5.3.6 and appendix 5;
 * for trucks R13 Annex 13, the same): from 50 km/h, where the braking rate between 40 and 20 km/h must reach three quarters of
 * {@code (4 k_L + k_H) / 5}, no wheel may cross to the other side, and the steering wheel may turn by 120 degrees in the first two
 * seconds and 240 in all; and from 80 km/h, for the way.
 */
final class SplitBraking {
  private static final double RULE_MPS = 50.0 / 3.6;
  private static final double FAST_MPS = 80.0 / 3.6;
  private static final double ICE = 0.15;
  private static final double REQUIRED = 0.75;

  /** Half of what a tyre is wide. */
  private static final double TYRE_M = 0.1;

  private static final double EARLY_S = 2.0;
  private static final double EARLY_DEG = 120.0;
  private static final double ALL_DEG = 240.0;
  private static final double CAR_RATIO = 16.0;
  private static final double TRUCK_RATIO = 20.0;

  private SplitBraking() {}

  /** Holds the car straight on: angle, its rate and the way to the side, as fast as hands turn a steering wheel. */
  private static final class Driver {
    /** 500 deg/s at the steering wheel, 16 to 1. */
    private static final double STEP_RAD = 0.55 * TestDrive.STEP_S;

    private double steering;

    double steer(PlantState state) {
      double wanted = -0.8 * state.mapFromBase().yaw()
          - 0.15 * state.yawRateRadps()
          - 0.02 * state.mapFromBase().y();
      steering += Math.max(-STEP_RAD, Math.min(STEP_RAD, wanted - steering));
      return steering;
    }
  }

  static Report run(DoubleTrackConfig given) {
    DoubleTrackConfig config = given.withSteeringMachine();
    TestDrive drive = stop(config, RULE_MPS);
    TestDrive fast = stop(config, FAST_MPS);
    double high =
        Math.min(config.tyre().along().peak(), config.powertrain().decelMps2Max() / GRAVITY_MPS2);
    double low = ICE * config.tyre().along().peak();
    double ratio = config.trailer().isPresent() ? TRUCK_RATIO : CAR_RATIO;
    return new Report(
        "braking with ice on the right",
        List.of(plot(fast)),
        List.of(
            new Figure(
                "braking rate, 40 to 20 km/h",
                "1",
                brakingRate(drive),
                Math.max(low, REQUIRED * (4.0 * low + high) / 5.0),
                Rule.AT_LEAST,
                "0.75 (4 k_L + k_H) / 5 and k_L, UN R13-H Annex 6 appendix 5"),
            steering("first 2 s, " + (int) ratio + " to 1", ratio, drive, EARLY_S, EARLY_DEG),
            steering("in all", ratio, drive, drive.last().timeS(), ALL_DEG),
            new Figure(
                "largest way to the side",
                "m",
                Math.abs(drive.peak(
                    0.0, drive.last().timeS(), moment -> sideways(moment, config.wheelbaseM()))),
                0.5 * config.unit().axles().get(0).trackM() - TYRE_M,
                Rule.AT_MOST,
                "no wheel on the other side, 5.3.4"),
            new Figure(
                "stopping distance from 80 km/h",
                "m",
                fast.last().state().mapFromBase().x(),
                FAST_MPS * FAST_MPS / (2.0 * (GRAVITY_MPS2 * 0.5 * (high + low)))
                    + FAST_MPS * config.powertrain().brakeLagS(),
                Rule.NEAR,
                "if all four wheels gave what their side allows")));
  }

  private static Plot plot(TestDrive fast) {
    return new Plot(
        "ice on the right, full braking, countersteered",
        "time, s",
        "speed, m/s; wheel angle, deg",
        List.of(
            Curve.driven("speed", fast.series(0.0, moment -> moment.state().speedMps())),
            Curve.driven("front wheels", fast.series(0.0, SplitBraking::steeringDeg)),
            Curve.driven(
                "heading",
                fast.series(
                    0.0,
                    moment -> StrictMath.toDegrees(moment.state().mapFromBase().yaw())))));
  }

  private static Figure steering(
      String when, double ratio, TestDrive drive, double untilS, double degMax) {
    return new Figure(
        "steering wheel, " + when,
        "deg",
        ratio * Math.abs(drive.peak(0.0, untilS, SplitBraking::steeringDeg)),
        degMax,
        Rule.AT_MOST,
        "UN R13-H Annex 6, 5.3.6");
  }

  private static TestDrive stop(DoubleTrackConfig config, double speed) {
    TestDrive drive = new TestDrive(config, new Ground(0.0, 0.0, 1.0, ICE), speed, 0.0);
    Driver driver = new Driver();
    for (int i = 0; i < 4000 && drive.last().overGroundMps() > 0.1; i++) {
      double steering = driver.steer(drive.last().state());
      drive.drive(TestDrive.STEP_S, time -> steering, (time, state) -> -20.0);
    }
    return drive;
  }

  private static double steeringDeg(TestDrive.Moment moment) {
    return StrictMath.toDegrees(moment.state().steeringAngle());
  }

  /** Of the front axle or the rear one, whichever is further. */
  private static double sideways(TestDrive.Moment moment, double wheelbase) {
    double rear = moment.state().mapFromBase().y();
    double front =
        rear + wheelbase * StrictMath.sin(moment.state().mapFromBase().yaw());
    return Math.abs(front) > Math.abs(rear) ? front : rear;
  }

  private static double brakingRate(TestDrive drive) {
    double from = 0.0;
    double to = 0.0;
    for (TestDrive.Moment moment : drive.moments()) {
      from = moment.overGroundMps() >= 40.0 / 3.6 ? moment.timeS() : from;
      to = moment.overGroundMps() >= 20.0 / 3.6 ? moment.timeS() : to;
    }
    return to > from ? 20.0 / 3.6 / (GRAVITY_MPS2 * (to - from)) : 0.0;
  }
}
