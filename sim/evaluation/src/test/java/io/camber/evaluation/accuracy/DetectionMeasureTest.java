package io.camber.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.responsibility.Relevance;
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
    // ten sweeps: one car in sight to 50 m and two to 100 m, one claim to 50 m and two to 100 m
    assertThat(value(findings, "detection.inSight.car.50m")).isEqualTo(10.0);
    assertThat(value(findings, "detection.inSight.car.100m")).isEqualTo(20.0);
    assertThat(value(findings, "detection.claims.car.50m")).isEqualTo(10.0);
    assertThat(value(findings, "detection.claims.car.100m")).isEqualTo(20.0);
  }

  @Test
  void byOverlapADetectionMustCoverHalfOfACar() {
    // a metre off, footprints of 4.7 m share 3.7 of 5.7 m; 1.9 m off 2.8 of 6.6
    Findings near = measured(3, i -> List.of(at(31.0, 0.0)), 30.0);

    assertThat(value(near, "detection.overlap.recall.car.50m")).isEqualTo(1.0);
    assertThat(value(near, "detection.overlap.precision.car.50m")).isEqualTo(1.0);
    Findings far = measured(3, i -> List.of(at(31.9, 0.0)), 30.0);
    assertThat(value(far, "detection.recall.car.50m")).isEqualTo(1.0);
    assertThat(value(far, "detection.overlap.recall.car.50m")).isZero();
    assertThat(value(far, "detection.overlap.f1.car.50m")).isZero();
    assertThat(value(far, "detection.overlap.missedTime.car.50m")).isGreaterThan(0.0);
  }

  @Test
  void aDetectionIsJudgedWhereTheTrueEgoStands() {
    Findings findings = measured(3, i -> List.of(at(31.0, 0.0)), 30.0);

    assertThat(value(findings, "detection.positionError.car")).isCloseTo(1.0, within(1e-9));
  }

  @Test
  void theFirstRangeIsThatOfTheFirstOfThreeInARow() {
    // the car comes nearer by 1 m a frame: found in frames 0, 1, then not, then from 3 on
    Findings findings = new Findings();
    DetectionMeasure measure = new DetectionMeasure(new Relevance());
    for (int i = 0; i < 8; i++) {
      TruthHistory truth = new TruthHistory();
      ActorTruth ego = TestDrive.car("Ego", 20.0 + i, Y, 0.0, 10.0);
      truth.add(TestDrive.frame(
          i * 100_000_000L, SignalColor.GREEN, ego, TestDrive.car("lead", 80.0, Y, 0.0, 0.0)));
      List<Detection> found = i == 2 ? List.of() : List.of(at(60.0 - i, 0.0));
      measure.update(new Detections(i * 100_000_000L, "lidar_top", found), i * 100_000_000L, truth);
    }
    measure.report(findings);

    assertThat(value(findings, "detection.firstRangeMin.car")).isCloseTo(57.0, within(1e-9));
  }

  @Test
  void classesMustAgreeButForTheFiguresOfAll() {
    DetectionMeasure measure = new DetectionMeasure(new Relevance());
    TruthHistory truth = new TruthHistory();
    truth.add(TestDrive.frame(
        0,
        SignalColor.GREEN,
        TestDrive.car("Ego", 20.0, Y, 0.0, 10.0),
        TestDrive.actor("walker", ObjectClass.PEDESTRIAN, 51.4, Y, 0.0, 0.0, 0.0)));
    measure.update(new Detections(0, "lidar_top", List.of(at(30.0, 0.0))), 0, truth);
    Findings findings = report(measure);

    assertThat(value(findings, "detection.recall.pedestrian.50m")).isZero();
    assertThat(value(findings, "detection.precision.car.50m")).isZero();
    assertThat(value(findings, "detection.recall.all.50m")).isEqualTo(1.0);
    assertThat(value(findings, "detection.precision.all.50m")).isEqualTo(1.0);
  }

  @Test
  void f1AndMissedTimeAreOfOneFoundOneMissedAndOneWrong() {
    Findings findings = measured(11, i -> List.of(at(30.0, 0.0), at(60.0, 8.0)), 30.0, 80.0);

    assertThat(value(findings, "detection.f1.car.100m")).isCloseTo(0.5, within(1e-9));
    // one car missed over ten steps of 0.1 s
    assertThat(value(findings, "detection.missedTime.car.100m")).isCloseTo(1.0, within(1e-9));
    assertThat(value(findings, "detection.missedTime.car.50m")).isZero();
    assertThat(metric(findings, "detection.falsePerKm.car.100m").absence()).contains("50 m");
  }

  @Test
  void falseOnesCountByTheWayOfTheEgo() {
    // 1 m a sweep, 100 m in all, each with one detection of nothing
    Findings findings = approach(101, 300.0, i -> List.of(at(30.0, 0.0)));

    assertThat(value(findings, "detection.falsePerKm.car.50m"))
        .isCloseTo(101 * 1000.0 / 100.0, within(1e-6));
  }

  @Test
  void theTimeToTheFirstCountsFromWhereTheBenchmarkAsks() {
    // 59.5 m away at the start and 1 m nearer each 0.1 s: within 50 m from sweep 10, found from 16
    // on
    Findings late = approach(30, 79.5, i -> i < 16 ? List.of() : List.of(at(60.0 - i, 0.0)));
    assertThat(value(late, "detection.timeToFirstMax.car")).isCloseTo(0.6, within(1e-9));
    assertThat(value(late, "detection.neverFound.car")).isZero();

    Findings never = approach(30, 79.5, i -> List.of());
    assertThat(value(never, "detection.neverFound.car")).isEqualTo(1.0);
    assertThat(metric(never, "detection.firstRangeMin.car").value()).isEmpty();
  }

  @Test
  void aDetectorThatFallsSilentMissesWhatIsThere() {
    DetectionMeasure measure = new DetectionMeasure(new Relevance());
    TruthHistory truth = new TruthHistory();
    for (int i = 0; i < 1000; i++) {
      long timeNs = i * TestDrive.STEP_NS;
      var frame = TestDrive.frame(
          timeNs,
          SignalColor.GREEN,
          TestDrive.car("Ego", 20.0, Y, 0.0, 0.0),
          TestDrive.car("lead", 50.0, Y, 0.0, 0.0));
      truth.add(frame);
      measure.update(frame, truth);
      if (i < 100 && i % 10 == 0) {
        measure.update(new Detections(timeNs, "lidar_top", List.of(at(30.0, 0.0))), timeNs, truth);
      }
    }

    assertThat(value(report(measure), "detection.recall.car.50m")).isCloseTo(0.1, within(1e-9));
  }

  /** A standing car, to which the ego drives 1 m a sweep from 20 m on. */
  private static Findings approach(
      int sweeps, double carX, java.util.function.IntFunction<List<Detection>> detections) {
    DetectionMeasure measure = new DetectionMeasure(new Relevance());
    for (int i = 0; i < sweeps; i++) {
      long timeNs = i * 100_000_000L;
      TruthHistory truth = new TruthHistory();
      truth.add(TestDrive.frame(
          timeNs,
          SignalColor.GREEN,
          TestDrive.car("Ego", 20.0 + i, Y, 0.0, 10.0),
          TestDrive.car("lead", carX, Y, 0.0, 0.0)));
      measure.update(new Detections(timeNs, "lidar_top", detections.apply(i)), timeNs, truth);
    }
    return report(measure);
  }

  private static Findings report(DetectionMeasure measure) {
    Findings findings = new Findings();
    measure.report(findings);
    return findings;
  }

  private static Metric metric(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
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
    DetectionMeasure measure = new DetectionMeasure(new Relevance());
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
    new DetectionMeasure(new Relevance()).report(findings);

    Metric map = findings.metrics().get(0);
    assertThat(map.value()).isEmpty();
    assertThat(map.absence()).isEqualTo("no detections were published");
  }

  private static Findings measured(
      int frames, java.util.function.IntFunction<List<Detection>> detections, double... ahead) {
    DetectionMeasure measure = new DetectionMeasure(new Relevance());
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
