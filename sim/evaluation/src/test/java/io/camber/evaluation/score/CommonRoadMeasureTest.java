package io.camber.evaluation.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.SituationModel;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
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
