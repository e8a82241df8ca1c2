package io.camber.sim.sensor.ultrasonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** An ego along x whose sensor sits 3.7 m ahead of its reference, and one box 2 m long and 1 m wide. */
final class UltrasonicSensorTest {
  private static final UltrasonicConfig IDEAL =
      new UltrasonicConfig("ultrasonic_front", 3.7, 0.0, 0.5, 0.0, 1.2, 0.15, 5.5, 0.0, 0.0);

  @Test
  void hearsTheNearestPointOfWhatStandsAhead() {
    assertThat(heard(IDEAL, ObjectClass.CAR, 7.7, 0.0).orElseThrow())
        .isCloseTo(7.7 - 1.0 - 3.7, within(1e-9));
  }

  @Test
  void hearsACornerThatReachesIntoTheConeWhereTheConeCutsIt() {
    // The front face lies at x = 3, from y = 1.5 on; the cone's edge meets it at 3 tan 0.6 = 2.05.
    double range = heard(IDEAL, ObjectClass.CAR, 7.7, 2.0).orElseThrow();

    assertThat(range).isCloseTo(StrictMath.hypot(3.0, 1.5), within(1e-9));
  }

  @Test
  void isDeafBesideItsConeAndBeyondItsRange() {
    assertThat(heard(IDEAL, ObjectClass.CAR, 7.7, 4.0)).isEmpty();
    assertThat(heard(IDEAL, ObjectClass.CAR, 10.3, 0.0)).isEmpty();
  }

  @Test
  void hearsPeopleLessFarThanCars() {
    assertThat(heard(IDEAL, ObjectClass.CAR, 8.7, 0.0)).isPresent();
    assertThat(heard(IDEAL, ObjectClass.PEDESTRIAN, 8.7, 0.0)).isEmpty();
  }

  @Test
  void cannotTellHowNearItIsWithinTheDeadZone() {
    assertThat(heard(IDEAL, ObjectClass.CAR, 4.75, 0.0).orElseThrow()).isEqualTo(0.15);
  }

  @Test
  void missesItsShareOfPulses() {
    UltrasonicConfig lossy =
        new UltrasonicConfig("ultrasonic_front", 3.7, 0.0, 0.5, 0.0, 1.2, 0.15, 5.5, 0.0, 0.3);
    UltrasonicSensor sensor = new UltrasonicSensor(lossy, 5);
    int missed = 0;
    for (int i = 0; i < 1000; i++) {
      missed += pulse(sensor, i, ObjectClass.CAR, 7.0, 0.0).isEmpty() ? 1 : 0;
    }

    // Three sigma of 1000 draws.
    assertThat(missed).isBetween(257, 343);
  }

  private static OptionalDouble heard(UltrasonicConfig config, ObjectClass as, double x, double y) {
    return pulse(new UltrasonicSensor(config, 1), 0, as, x, y);
  }

  private static OptionalDouble pulse(
      UltrasonicSensor sensor, int number, ObjectClass as, double x, double y) {
    ActorTruth ego = actor("Ego", ObjectClass.CAR, 0.0, 0.0);
    TruthFrame frame = new TruthFrame(
        number * 50_000_000L, "Ego", true, List.of(ego, actor("A", as, x, y)), List.of());
    return sensor.pulse(frame, ego).rangeM();
  }

  private static ActorTruth actor(String name, ObjectClass as, double x, double y) {
    return new ActorTruth(
        name,
        as,
        "car",
        new Pose3(x, y, 0, 0, 0, 0),
        new Size3(2.0, 1.0, 1.5),
        0,
        0,
        0,
        0,
        0,
        0,
        ActorLights.OFF);
  }
}
