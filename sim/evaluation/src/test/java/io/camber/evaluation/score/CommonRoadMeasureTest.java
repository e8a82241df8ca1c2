package io.camber.evaluation.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.LaneContact;
import io.camber.evaluation.situation.Situation;
import io.camber.evaluation.situation.SituationModel;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ten seconds at 10 m/s. */
final class CommonRoadMeasureTest {
  private static final double SECONDS = 10.0;
  private static final double Y = TestDrive.LANE_Y;
  private static final double EXACT = 1e-6;

  @Test
  void inTheMiddleOfAnEmptyLaneItCostsNothing() {
    Findings findings = drive(Y, 0.0, 0.0, false, Set.of());

    assertThat(value(findings, "score.commonRoad")).isCloseTo(0.0, within(EXACT));
  }

  @Test
  void besideTheMiddleItCostsTheSquareOfTheOffset() {
    Findings findings = drive(Y + 0.4, 0.0, 0.0, false, Set.of());

    assertThat(value(findings, "score.commonRoad.laneOffset"))
        .isCloseTo(0.5 * 0.16 * SECONDS, within(EXACT));
    assertThat(value(findings, "score.commonRoad")).isCloseTo(0.8, within(EXACT));
  }

  @Test
  void changesOfAccelerationAndSteeringCostTheirSquares() {
    Findings findings = drive(Y, 0.7, 0.05, false, Set.of());

    assertThat(value(findings, "score.commonRoad.jerk"))
        .isCloseTo(0.01 * 0.49 * SECONDS, within(EXACT));
    assertThat(value(findings, "score.commonRoad.steeringRate"))
        .isCloseTo(22.0 * 0.0025 * SECONDS, within(EXACT));
  }

  @Test
  void behindSomebodyItCostsTheMoreTheNearerTheyAre() {
    // rear axles 24.7 m apart: 20 m between the bumpers of cars of 4.7 m
    Findings findings = drive(Y, 0.0, 0.0, true, Set.of());

    assertThat(value(findings, "score.commonRoad.distance"))
        .isCloseTo(8.0 * Math.exp(-2.0) * SECONDS, within(EXACT));
  }

  @Test
  void whatIsNotFeasibleHasNoCostButAReason() {
    assertThat(metric(drive(Y, 0.0, 0.0, false, Set.of("somebody")), "score.commonRoad")
            .absence())
        .isEqualTo("not feasible: somebody was touched");
    // the right-hand wheels are a metre beside the road
    assertThat(metric(drive(Y - 1.85, 0.0, 0.0, false, Set.of()), "score.commonRoad")
            .absence())
        .isEqualTo("not feasible: a corner left the road");
  }

  @Test
  void whatCannotBeIntegratedHasNoCost() {
    for (long[] times : new long[][] {{0L}, {0L, 150_000_000L, 300_000_000L}}) {
      CommonRoadMeasure measure = new CommonRoadMeasure(Set.of());
      for (long time : times) {
        update(measure, time, ego(20.0 + 1e-8 * time, Y, 0.0, 0.0));
      }

      for (String name : List.of("score.commonRoad", "score.commonRoad.laneOffset")) {
        assertThat(metric(report(measure), name).absence())
            .isEqualTo("no two instants less than 0.15 s apart to integrate between");
      }
    }
  }

  @Test
  void whereThereIsNoLaneThereIsNoOffset() {
    CommonRoadMeasure measure = new CommonRoadMeasure(Set.of());
    CommonRoadMeasure elsewhere = new CommonRoadMeasure(Set.of());
    ActorTruth ego = ego(20.0, Y + 0.4, 0.0, 0.0);
    for (int i = 0; i <= 20; i++) {
      long timeNs = i * 100_000_000L;
      if (i <= 10) {
        update(measure, timeNs, ego);
      } else {
        measure.update(withoutLane(timeNs, ego), new TimeSeries());
      }
      elsewhere.update(withoutLane(timeNs, ego), new TimeSeries());
    }

    assertThat(value(report(measure), "score.commonRoad.laneOffset"))
        .isCloseTo(0.5 * 0.16, within(EXACT));
    assertThat(metric(report(elsewhere), "score.commonRoad.laneOffset").absence())
        .isEqualTo("no lane below the ego");
    assertThat(value(report(elsewhere), "score.commonRoad.jerk")).isZero();
  }

  private static Situation withoutLane(long timeNs, ActorTruth ego) {
    return new Situation(
        TestDrive.frame(timeNs, SignalColor.GREEN, ego),
        ego,
        ego.footprint(),
        List.of(),
        List.of(),
        LaneContact.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static void update(CommonRoadMeasure measure, long timeNs, ActorTruth ego) {
    TimeSeries series = new TimeSeries();
    series.beginRow(timeNs);
    new SituationModel(TestDrive.road())
        .of(TestDrive.frame(timeNs, SignalColor.GREEN, ego))
        .ifPresent(situation -> measure.update(situation, series));
  }

  private static Findings report(CommonRoadMeasure measure) {
    Findings findings = new Findings();
    measure.report(findings);
    return findings;
  }

  private static Findings drive(
      double y, double jerk, double steeringRate, boolean follows, Set<String> touched) {
    CommonRoadMeasure measure = new CommonRoadMeasure(touched);
    SituationModel model = new SituationModel(TestDrive.road());
    TimeSeries series = new TimeSeries();
    for (int i = 0; i <= 100; i++) {
      double time = 0.1 * i;
      double x = 20.0 + 10.0 * time;
      ActorTruth ego = ego(x, y, jerk * time, steeringRate * time);
      ActorTruth other = TestDrive.car("other", x + 24.7, follows ? Y : -Y, 0.0, 10.0);
      long timeNs = i * 100_000_000L;
      series.beginRow(timeNs);
      model
          .of(TestDrive.frame(timeNs, SignalColor.GREEN, ego, other))
          .ifPresent(situation -> measure.update(situation, series));
    }
    Findings findings = new Findings();
    measure.report(findings);
    return findings;
  }

  private static ActorTruth ego(double x, double y, double accelMps2, double wheelAngle) {
    return new ActorTruth(
        "Ego",
        ObjectClass.CAR,
        "car",
        Pose3.of(new Pose2(x, y, 0.0)),
        new Size3(4.7, 1.86, 1.5),
        1.4,
        0.0,
        10.0,
        accelMps2,
        0.0,
        wheelAngle,
        ActorLights.OFF);
  }

  private static Metric metric(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static double value(Findings findings, String name) {
    return metric(findings, name).value().orElseThrow();
  }
}
