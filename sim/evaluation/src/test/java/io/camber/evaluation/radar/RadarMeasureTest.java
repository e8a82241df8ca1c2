package io.camber.evaluation.radar;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.evaluation.accuracy.TruthHistory;
import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.geometry.Pose3;
import io.camber.scene.SignalColor;
import io.camber.sensing.RadarCalibration;
import io.camber.sensing.RadarReturn;
import io.camber.sensing.RadarReturns;
import io.camber.truth.ActorTruth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The ego at 20 m/s, its radar 4 m ahead of the rear axle; a car whose rear is 50 m before the radar goes 15 m/s. */
final class RadarMeasureTest {
  private static final RadarCalibration FRONT = new RadarCalibration(
      "radar_front", new Pose3(4.0, 0.0, 0.5, 0.0, 0.0, 0.0), Math.toRadians(120.0), 200.0);
  private static final double Y = TestDrive.LANE_Y;

  private final TruthHistory truth = new TruthHistory();
  private final RadarMeasure measure = new RadarMeasure();
  private final double rear;

  RadarMeasureTest() {
    ActorTruth ego = TestDrive.car("Ego", 0.0, Y, 0.0, 20.0);
    ActorTruth ahead = TestDrive.car("ahead", 60.0, Y, 0.0, 15.0);
    rear = ahead.footprint().center().x() - ahead.size().lengthM() / 2.0 - 4.0;
    truth.add(TestDrive.frame(0, SignalColor.GREEN, ego, ahead));
  }

  @Test
  void aReturnOfTheRearWithItsRangeRateIsTheCar() {
    measure.update(FRONT);

    assertThat(hear(new RadarReturn(rear, 0.0, -5.0, 10.0)).orElseThrow()).containsExactly("ahead");
    assertThat(value("modality.recall.radar.car.100m")).hasValue(1.0);
    assertThat(value("modality.precision.radar")).hasValue(1.0);
  }

  @Test
  void theSamePlaceAtAnotherSpeedIsNot() {
    measure.update(FRONT);

    assertThat(hear(new RadarReturn(rear, 0.0, -5.6, 10.0)).orElseThrow()).isEmpty();
    assertThat(value("modality.recall.radar.car.100m")).hasValue(0.0);
    assertThat(value("modality.precision.radar")).hasValue(0.0);
  }

  @Test
  void whatComesNearerAsFastAsTheEgoDrivesStandsAndIsNoClaim() {
    measure.update(FRONT);

    hear(new RadarReturn(30.0, 0.3, -20.0 * StrictMath.cos(0.3), -5.0));

    assertThat(value("modality.precision.radar")).isEmpty();
  }

  @Test
  void returnsBesideOneAnotherAreOneClaim() {
    measure.update(FRONT);

    hear(
        new RadarReturn(rear, 0.0, -5.0, 10.0),
        new RadarReturn(rear + 1.5, 0.0, -5.0, 8.0),
        new RadarReturn(2.0 * rear, 0.0, -10.0, 0.0));

    // the car, and its ghost at twice the range and rate
    assertThat(value("modality.precision.radar")).hasValue(0.5);
  }

  @Test
  void theGateGrowsWithRange() {
    measure.update(FRONT);
    double gate = 1.0 + 0.02 * (rear - 2.1);

    assertThat(hear(new RadarReturn(rear - gate + 0.1, 0.0, -5.0, 10.0)).orElseThrow())
        .hasSize(1);
    assertThat(hear(new RadarReturn(rear - gate - 0.1, 0.0, -5.0, 10.0)).orElseThrow())
        .isEmpty();
  }

  @Test
  void aRadarThatDoesNotTellHowItIsMountedHasNoFigures() {
    assertThat(hear(new RadarReturn(rear, 0.0, -5.0, 10.0))).isEmpty();
    assertThat(value("modality.precision.radar")).isEmpty();
  }

  @Test
  void oneEchoBetweenTwoAbreastIsOfTheNearer() {
    ActorTruth ego = TestDrive.car("Ego", 0.0, Y, 0.0, 20.0);
    ActorTruth left = TestDrive.car("left", 60.0, Y + 1.4, 0.0, 15.0);
    ActorTruth right = TestDrive.car("right", 60.0, Y - 1.4, 0.0, 15.0);
    truth.add(TestDrive.frame(10_000_000L, SignalColor.GREEN, ego, left, right));
    measure.update(FRONT);

    Set<String> heard = measure
        .update(
            new RadarReturns(
                10_000_000L, "radar_front", List.of(new RadarReturn(rear, 0.005, -5.0, 10.0))),
            truth)
        .orElseThrow();

    assertThat(heard).containsExactly("left");
    assertThat(value("modality.recall.radar.car.100m")).hasValue(0.5);
    assertThat(value("modality.recall.radar.moving")).hasValue(0.5);
  }

  @Test
  void aStandingCarBesideClutterIsNotAmongThoseThatMove() {
    ActorTruth ego = TestDrive.car("Ego", 0.0, Y, 0.0, 20.0);
    ActorTruth parked = TestDrive.car("parked", 60.0, Y, 0.0, 0.0);
    truth.add(TestDrive.frame(10_000_000L, SignalColor.GREEN, ego, parked));
    measure.update(FRONT);

    measure.update(
        new RadarReturns(
            10_000_000L, "radar_front", List.of(new RadarReturn(rear - 0.5, 0.0, -20.0, -5.0))),
        truth);

    assertThat(value("modality.recall.radar.all.100m")).hasValue(1.0);
    assertThat(value("modality.recall.radar.moving")).isEmpty();
  }

  @Test
  void aClusterOfWhichOneReturnOfThreeIsACarIsWrong() {
    measure.update(FRONT);
    double gate = 1.0 + 0.02 * (rear - 2.0);

    hear(
        new RadarReturn(rear - gate + 0.1, 0.0, -5.0, 10.0),
        new RadarReturn(rear - gate - 0.9, 0.0, -5.0, 8.0),
        new RadarReturn(rear - gate - 1.8, 0.0, -5.0, 8.0));

    assertThat(value("modality.precision.radar")).hasValue(0.0);
  }

  @Test
  void theFarthestReachIsThatOfTheRadar() {
    measure.update(FRONT);
    hear(new RadarReturn(rear, 0.0, -5.0, 10.0));

    assertThat(value("modality.recall.radar.car.200m")).hasValue(1.0);
  }

  private Optional<Set<String>> hear(RadarReturn... returns) {
    return measure.update(new RadarReturns(0, "radar_front", List.of(returns)), truth);
  }

  private OptionalDouble value(String name) {
    Findings findings = new Findings();
    measure.report(findings);
    return findings.metrics().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .map(Metric::value)
        .orElseThrow();
  }
}
