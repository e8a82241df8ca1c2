package io.camber.sim.dynamics.doubletrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WheelTest {
  private static final double LOAD = 4000.0;
  private static final double STEP = 1e-3;

  private final Wheel wheel = new Wheel(Cars.car(), 1.0, 0.0, STEP);

  @Test
  void carriesTheDriveTorqueToTheRoadOnceItTurnsSteadily() {
    wheel.reset(20.0, 0.0);

    roll(3.0, 20.0, 0.0, 320.0, 0.0, 1.0);

    assertThat(wheel.alongN()).isCloseTo(320.0 / 0.32, within(1e-6));
    assertThat(wheel.rollingMps()).isGreaterThan(20.0);
  }

  @Test
  void slipsByForceOverStiffnessWhereTheTyreIsLinear() {
    wheel.reset(20.0, 0.0);

    roll(3.0, 20.0, 0.0, 0.0, 32.0, 1.0);

    double slip = (wheel.rollingMps() - 20.0) / 20.0;
    assertThat(slip).isCloseTo(-100.0 / (22.0 * LOAD), within(1e-5));
  }

  @Test
  void anAntilockBrakeKeepsTheBestSlipAndGivesThePeakForce() {
    wheel.reset(20.0, 0.0);

    roll(1.0, 20.0, 0.0, 0.0, 5000.0, 1.0);

    assertThat(wheel.alongN()).isCloseTo(-1.1 * LOAD, within(1.0));
    assertThat(wheel.rollingMps()).isBetween(14.0, 19.0);
  }

  @Test
  void aBrakeWithoutAntilockLocksTheWheelAndLosesForce() {
    Wheel plain = new Wheel(withoutAntilock(), 1.0, 0.0, STEP);
    plain.reset(20.0, 0.0);

    for (int i = 0; i < 1000; i++) {
      plain.step(20.0, 0.0, LOAD, 0.0, 5000.0, 1.0);
    }

    assertThat(plain.rollingMps()).isZero();
    assertThat(-plain.alongN()).isBetween(0.5 * 1.1 * LOAD, 0.95 * 1.1 * LOAD);
  }

  @Test
  void sideSlipBuildsUpOverTheRelaxationLength() {
    wheel.reset(20.0, 0.0);
    double steady = 20.0 * LOAD * 0.001;

    // 0.4 m at 20 m/s.
    roll(0.02, 20.0, 0.02, 0.0, 0.0, 1.0);
    double early = -wheel.acrossN();
    roll(1.0, 20.0, 0.02, 0.0, 0.0, 1.0);

    assertThat(early).isCloseTo(steady * (1 - StrictMath.exp(-1.0)), within(0.03 * steady));
    assertThat(-wheel.acrossN()).isCloseTo(steady, within(0.01 * steady));
  }

  @Test
  void steeringThatGivesWayIsASpringInSeriesWithTheTyre() {
    double yielding = 0.5 / (20.0 * LOAD);
    Wheel soft = new Wheel(Cars.car(), 1.0 / 1.5, yielding, STEP);
    soft.reset(20.0, 0.0);

    for (int i = 0; i < 1000; i++) {
      soft.step(20.0, 0.02, LOAD, 0.0, 0.0, 1.0);
    }

    double steady = 20.0 * LOAD * 0.001 / 1.5;
    assertThat(-soft.acrossN()).isCloseTo(steady, within(0.001 * steady));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void forcesNeverLeaveTheFrictionEllipse(long seed) {
    Random random = new Random(seed);
    wheel.reset(15.0, 0.0);
    for (int i = 0; i < 2000; i++) {
      double friction = 0.1 + random.nextDouble();
      wheel.step(
          15.0 + random.nextGaussian(),
          4.0 * random.nextGaussian(),
          LOAD,
          2000.0 * random.nextDouble(),
          2000.0 * random.nextDouble(),
          friction);
      double along = wheel.alongN() / (1.1 * LOAD * friction);
      double across = wheel.acrossN() / (1.0 * LOAD * friction);
      assertThat(along * along + across * across)
          .as("seed %d step %d", seed, i)
          .isLessThanOrEqualTo(1.0 + 1e-12);
    }
  }

  @Test
  void aWheelInTheAirGivesNothing() {
    wheel.reset(10.0, 0.0);

    wheel.step(10.0, 1.0, 0.0, 100.0, 0.0, 1.0);

    assertThat(wheel.alongN()).isZero();
    assertThat(wheel.acrossN()).isZero();
  }

  private void roll(
      double seconds, double along, double across, double drive, double brake, double friction) {
    for (int i = 0; i < Math.round(seconds / STEP); i++) {
      wheel.step(along, across, LOAD, drive, brake, friction);
    }
  }

  private static DoubleTrackConfig withoutAntilock() {
    DoubleTrackConfig car = Cars.car();
    return new DoubleTrackConfig(
        car.name(),
        car.lengthM(),
        car.widthM(),
        car.heightM(),
        car.rearOverhangM(),
        car.unit(),
        car.trailer(),
        car.tyre(),
        car.wheel(),
        car.steering(),
        car.powertrain(),
        new BrakeConfig(false, 20_000.0, 80.0, 250.0, 650.0, 0.6),
        car.body(),
        false,
        false);
  }
}
