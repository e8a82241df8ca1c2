package io.camber.sim.sensor.inertial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.sensing.WheelSpeeds;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WheelSensorTest {
  private static final double WHEELBASE = 2.8;
  private static final double TRACK = 1.6;
  private static final WheelConfig PERFECT = new WheelConfig(0.0, 0.0, 0.0, 1e-9, 0.1);
  private static final Offset<Double> EXACT = within(1e-8);

  @Test
  void outerWheelsOfALeftTurnAreTheRightOnes() {
    double radius = 20.0;
    double speed = 8.0;
    WheelSpeeds wheels = perfect(speed, speed / radius, StrictMath.atan(WHEELBASE / radius));

    assertThat(wheels.rearLeftMps()).isCloseTo(speed * (radius - 0.8) / radius, EXACT);
    assertThat(wheels.rearRightMps()).isCloseTo(speed * (radius + 0.8) / radius, EXACT);
    assertThat(wheels.rearMps()).isCloseTo(speed, EXACT);
  }

  @Test
  void steeredWheelsRollTheLongerWay() {
    double angle = 0.3;
    double speed = 3.0;
    double yawRate = speed * StrictMath.tan(angle) / WHEELBASE;
    WheelSpeeds wheels = perfect(speed, yawRate, angle);

    double front = 0.5 * (wheels.frontLeftMps() + wheels.frontRightMps());
    assertThat(front).isCloseTo(speed / StrictMath.cos(angle), EXACT);
  }

  @Test
  void readsZeroBelowTheSlowestTooth() {
    WheelSensor sensor = new WheelSensor(WheelConfig.toneRing(), WHEELBASE, TRACK, 1);

    WheelSpeeds wheels = sensor.sample(0, Egos.moving(Pose3.IDENTITY, 0.05, 0, 0));

    assertThat(wheels).isEqualTo(new WheelSpeeds(0, 0, 0, 0, 0));
  }

  @Test
  void scaleErrorStaysForTheWholeRunAndDiffersBySeed() {
    double first = meanError(1, 400);

    assertThat(meanError(1, 4000)).isCloseTo(first, within(0.01));
    assertThat(Math.abs(first - meanError(2, 400))).isGreaterThan(0.01);
    assertThat(Math.abs(first)).isLessThan(20.0 * 0.02);
  }

  @Test
  void valuesAreMultiplesOfTheOutputStep() {
    WheelConfig config = WheelConfig.toneRing();
    WheelSensor sensor = new WheelSensor(config, WHEELBASE, TRACK, 4);

    double steps = sensor.sample(0, Egos.moving(Pose3.IDENTITY, 7.7, 0, 0)).frontLeftMps()
        / config.quantumMps();

    assertThat(steps).isCloseTo(Math.rint(steps), within(1e-9));
  }

  private static WheelSpeeds perfect(double speed, double yawRate, double angle) {
    return new WheelSensor(PERFECT, WHEELBASE, TRACK, 1)
        .sample(0, Egos.moving(Pose3.IDENTITY, speed, yawRate, angle));
  }

  private static double meanError(long seed, int count) {
    WheelSensor sensor = new WheelSensor(WheelConfig.toneRing(), WHEELBASE, TRACK, seed);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += sensor.sample(i, Egos.moving(Pose3.IDENTITY, 20.0, 0, 0)).rearMps() - 20.0;
    }
    return sum / count;
  }
}
