package io.camber.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoppingTest {
  private static final double STOP_AT_S = 3.0;

  private static Plant.Traits onGrade(double grade) {
    return Plant.Traits.NOMINAL.withDrive(0.25, 1.0, grade, 2.7e-4);
  }

  private static ClosedLoop stop(double kmh, double decel, Plant.Traits traits) {
    double speed = kmh / 3.6;
    return new ClosedLoop(
            new Course().straight(400),
            Course.Profile.stop(speed, STOP_AT_S, decel),
            new Plant(traits, speed))
        .run(STOP_AT_S + speed / decel + 4.0);
  }

  @ParameterizedTest
  @CsvSource({
    "20, 1.5, 0",
    "20, 1.5, 0.05",
    "50, 1.5, -0.05",
    "50, 3, 0",
    "50, 3, 0.05",
    "100, 3, 0"
  })
  void stopsAtTheLine(double kmh, double decel, double grade) {
    ClosedLoop loop = stop(kmh, decel, onGrade(grade));

    double speed = kmh / 3.6;
    double line = STOP_AT_S * speed + 0.5 * speed * speed / decel;
    assertThat(loop.plant.x).isCloseTo(line, within(0.3));
    assertThat(loop.plant.speed).isZero();
  }

  @Test
  void comfortablePlansGetComfortableJerk() {
    ClosedLoop loop = stop(50, 1.5, onGrade(0.0));

    for (int i = 1; i < loop.commands.size(); i++) {
      double change =
          loop.commands.get(i).accelMps2() - loop.commands.get(i - 1).accelMps2();
      assertThat(change / 0.01).isBetween(-2.51, 2.51);
    }
  }

  @Test
  void emergencyPlansGetTheBrakesTheyNeed() {
    ClosedLoop loop = stop(100, 8.0, onGrade(0.0));

    double speed = 100 / 3.6;
    assertThat(loop.plant.x).isLessThan(STOP_AT_S * speed + 0.5 * speed * speed / 8.0 + 0.3);
    assertThat(loop.accels.stream().mapToDouble(a -> a).min().orElseThrow()).isLessThan(-7.5);
  }

  @ParameterizedTest
  @CsvSource({"0", "0.1", "-0.1"})
  void neverCreepsOnceStopped(double grade) {
    ClosedLoop loop = stop(20, 2.0, onGrade(grade));

    double stopped = loop.plant.x;
    loop.run(0.5);
    assertThat(loop.plant.x).isEqualTo(stopped);
    assertThat(loop.commands.get(loop.commands.size() - 1).accelMps2()).isLessThan(-1.0);
  }

  @Test
  void movesOffWhenThePlanDoes() {
    Course.Profile launch = t -> {
      double driven = Math.max(0.0, t - 2.0);
      return new double[] {0.5 * driven * driven, driven, t > 2.0 ? 1.0 : 0.0};
    };
    ClosedLoop loop =
        new ClosedLoop(new Course().straight(100), launch, new Plant(onGrade(0.05), 0.0)).run(6.0);

    assertThat(loop.plant.speed).isCloseTo(4.0, within(0.3));
    assertThat(loop.plant.x).isCloseTo(8.0, within(0.4));
    assertThat(loop.accels.stream().mapToDouble(a -> a).max().orElseThrow()).isLessThan(1.6);
  }

  @Test
  void holdsSpeedAgainstDragAndWeakDrive() {
    Plant.Traits weak = Plant.Traits.NOMINAL.withDrive(0.4, 0.85, 0.03, 5e-4);
    ClosedLoop loop = new ClosedLoop(
            new Course().straight(900), Course.Profile.constant(30.0), new Plant(weak, 30.0))
        .run(25.0);

    assertThat(loop.plant.speed).isCloseTo(30.0, within(0.1));
    assertThat(loop.plant.x).isCloseTo(750.0, within(0.5));
  }
}
