package io.camber.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.scene.Detection;
import io.camber.scene.Detections;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DetectionMeasureTest {
  private static final double Y = TestDrive.LANE_Y;

  @Test
  void recallAndPrecisionAreCumulativeByReach() {
    // one car 30 m ahead found, one 80 m ahead missed, one detection 60 m ahead that is nothing
    Findings findings = measured(10, i -> List.of(at(30.0, 0.0), at(60.0, 8.0)), 30.0, 80.0);

    assertThat(value(findings, "detection.recall.car.50m")).isEqualTo(1.0);
    assertThat(value(findings, "detection.recall.car.100m")).isEqualTo(0.5);
    assertThat(value(findings, "detection.precision.car.50m")).isEqualTo(1.0);
    assertThat(value(findings, "detection.precision.car.100m")).isEqualTo(0.5);
  }

  @Test
  void aDetectionIsJudgedWhereTheTrueEgoStands() {
    Findings findings = measured(3, i -> List.of(at(31.0, 0.0)), 30.0);

    assertThat(value(findings, "detection.positionError.car")).isCloseTo(1.0, within(1e-9));
  }

  @Test
  void theFirstRangeIsThatOfTheThirdInARow() {
    // the car comes nearer by 1 m a frame: found in frames 0, 1, then not, then from 3 on
    Findings findings = new Findings();
    DetectionMeasure measure = new DetectionMeasure();
    for (int i = 0; i < 8; i++) {
      TruthHistory truth = new TruthHistory();
      ActorTruth ego = TestDrive.car("Ego", 20.0 + i, Y, 0.0, 10.0);
      truth.add(TestDrive.frame(
          i * 100_000_000L, SignalColor.GREEN, ego, TestDrive.car("lead", 80.0, Y, 0.0, 0.0)));
      List<Detection> found = i == 2 ? List.of() : List.of(at(60.0 - i, 0.0));
      measure.update(new Detections(i * 100_000_000L, "lidar_top", found), i * 100_000_000L, truth);
    }
    measure.report(findings);

    assertThat(value(findings, "detection.firstRangeMin.car")).isCloseTo(55.0, within(1e-9));
  }

  @Test
  void whoDetectsLateSeesWhereACarWas() {
    // a car drives away at 10 m/s, 1 m a sweep; what is published 50 ms after a sweep is one sweep
    // old at the next
    assertThat(streaming(0L)).isCloseTo(1.0, within(1e-9));
    // within 0.5 m no more, and at 1 m just not
    assertThat(streaming(50_000_000L)).isCloseTo(0.5, within(1e-9));
    // two sweeps old: within 4 m only
    assertThat(streaming(150_000_000L)).isCloseTo(0.25, within(1e-9));
  }

  /** The streaming score of perfect detections that are published so late. */
  private static double streaming(long latencyNs) {
    DetectionMeasure measure = new DetectionMeasure();
    for (int i = 0; i < 10; i++) {
      long timeNs = i * 100_000_000L;
      TruthHistory truth = new TruthHistory();
      truth.add(TestDrive.frame(
          timeNs,
          SignalColor.GREEN,
          TestDrive.car("Ego", 20.0, Y, 0.0, 0.0),
          TestDrive.car("lead", 40.0 + i, Y, 0.0, 10.0)));
      measure.update(
          new Detections(timeNs, "lidar_top", List.of(at(20.0 + i, 0.0))),
          timeNs + latencyNs,
          truth);
    }
    Findings findings = new Findings();
    measure.report(findings);
    assertThat(value(findings, "detection.map")).isCloseTo(1.0, within(1e-9));
    return value(findings, "detection.mapStreaming");
  }

  @Test
  void noDetectionsAtAllIsNoFigureAndSaysSo() {
    Findings findings = new Findings();
    new DetectionMeasure().report(findings);

    Metric map = findings.metrics().get(0);
    assertThat(map.value()).isEmpty();
    assertThat(map.absence()).isEqualTo("no detections were published");
  }

  private static Findings measured(
      int frames, java.util.function.IntFunction<List<Detection>> detections, double... ahead) {
    DetectionMeasure measure = new DetectionMeasure();
    for (int i = 0; i < frames; i++) {
      long timeNs = i * 100_000_000L;
      TruthHistory truth = new TruthHistory();
      List<ActorTruth> actors = new ArrayList<>();
      actors.add(TestDrive.car("Ego", 20.0, Y, 0.0, 10.0));
      for (int k = 0; k < ahead.length; k++) {
        actors.add(TestDrive.car("car" + k, 20.0 + ahead[k], Y + 4.0 * k, 0.0, 0.0));
      }
      truth.add(TestDrive.frame(timeNs, SignalColor.GREEN, actors.toArray(ActorTruth[]::new)));
      measure.update(new Detections(timeNs, "lidar_top", detections.apply(i)), timeNs, truth);
    }
    Findings findings = new Findings();
    measure.report(findings);
    return findings;
  }

  /** A car whose rear axle is so far ahead of the ego's. */
  private static Detection at(double ahead, double left) {
    return new Detection(
        ObjectClass.CAR,
        new Pose2(ahead + 1.4, left, 0.0),
        0.0,
        new Size3(4.7, 1.86, 1.5),
        0.9,
        0.9,
        50,
        0);
  }

  private static double value(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name))
        .value()
        .orElseThrow(() -> new AssertionError(name + " has no value"));
  }
}
