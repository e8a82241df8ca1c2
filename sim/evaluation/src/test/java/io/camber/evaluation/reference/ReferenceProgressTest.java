package io.camber.evaluation.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.drive.TestRoads;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.rule.ProgressMeasure;
import io.camber.evaluation.situation.MissionRoute;
import io.camber.evaluation.situation.SituationModel;
import io.camber.geometry.Pose2;
import io.camber.map.RoadMap;
import io.camber.motion.Mission;
import io.camber.scene.SignalColor;
import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

final class ReferenceProgressTest {
  private static final double Y = TestDrive.LANE_Y;
  private static final double MIDDLE_M = TestRoads.CIRCUIT_RADIUS_M + 1.75;

  @Test
  void theWholeWayAlongTheRouteIsTheReferencesOwn() {
    Findings findings = drive(TestRoads.fork(), 250.0, 15.0, ReferenceProgressTest::straight);

    assertThat(value(findings, "progress.ratioToReference")).isCloseTo(1.0, within(1e-6));
    assertThat(value(findings, "progress.offRouteDistance")).isZero();
  }

  @Test
  void aWrongTurnIsProgressToTheForkOnly() {
    Findings findings = drive(TestRoads.fork(), 250.0, 15.0, ReferenceProgressTest::turning);

    // the middle starts at 21.4 and leaves the straight lane, 1.75 m to its left, 6.2 m past the
    // fork
    double onRoute = 100.0 - 21.4 + 11.75 * Math.sin(Math.acos(1.0 - 1.75 / 11.75));
    assertThat(value(findings, "progress.ratioToReference"))
        .isCloseTo(onRoute / 150.0, within(0.02));
    assertThat(value(findings, "progress.offRouteDistance")).isCloseTo(150.0 - 85.0, within(2.5));
    assertThat(value(findings, "progress.routeCompletion"))
        .isCloseTo(onRoute / (250.0 - 21.4), within(0.02));
  }

  @Test
  void theOncomingLaneLeadsNowhere() {
    Findings findings = drive(
        TestDrive.road(), 300.0, 15.0, t -> new Pose2(20.0 + 10.0 * t, t < 0.05 ? Y : -Y, 0.0));

    // counts as the least there is, 2 m of 150
    assertThat(value(findings, "progress.ratioToReference")).isCloseTo(2.0 / 150.0, within(1e-3));
  }

  @Test
  void goingRoundInCirclesIsNoProgress() {
    Findings findings =
        drive(TestDrive.road(), 300.0, 10.0, t -> new Pose2(50.0 + 5.0 * Math.sin(t), Y, 0.0));

    assertThat(value(findings, "progress.ratioToReference")).isLessThan(0.06);
  }

  @Test
  void beyondTheGoalNobodyMakesProgress() {
    Findings findings = drive(TestRoads.fork(), 121.4, 15.0, ReferenceProgressTest::straight);

    assertThat(value(findings, "progress.referenceDistance")).isCloseTo(100.0, within(1e-6));
    assertThat(value(findings, "progress.ratioToReference")).isEqualTo(1.0);
  }

  @Test
  void whoIsStuckIsComparedWithTheWholeWayToTheGoal() {
    Findings findings = drive(
        TestRoads.circuit(), round(1850.0), 160.0, t -> round(20.0 + Math.min(120.0, 10.0 * t)));

    assertThat(value(findings, "progress.referenceDistance")).isCloseTo(1600.0, within(2.0));
    assertThat(value(findings, "progress.ratioToReference"))
        .isCloseTo(120.0 / 1600.0, within(0.001));
  }

  @Test
  void aGoalBehindTheStartIsReachedByComingRound() {
    Findings findings = drive(TestRoads.circuit(), round(10.0), 60.0, t -> round(100.0 + 10.0 * t));

    assertThat(value(findings, "progress.referenceDistance")).isCloseTo(600.0, within(1.0));
    assertThat(value(findings, "progress.ratioToReference")).isCloseTo(1.0, within(0.002));
    assertThat(value(findings, "progress.routeCompletion"))
        .isCloseTo(600.0 / (2.0 * Math.PI * MIDDLE_M - 90.0), within(0.001));
  }

  @Test
  void whoWasNeverOnTheRouteIsComparedWithTheDriveAlongIt() {
    Findings findings =
        drive(TestDrive.road(), 390.0, 15.0, t -> new Pose2(200.0 - 10.0 * t, Y, Math.PI));

    assertThat(value(findings, "progress.referenceDistance")).isCloseTo(150.0, within(0.5));
    assertThat(value(findings, "progress.ratioToReference")).isCloseTo(2.0 / 150.0, within(1e-3));
  }

  @Test
  void whoNeverLeftTheOncomingLaneMadeTheLeastProgress() {
    Findings findings =
        drive(TestDrive.road(), 300.0, 15.0, t -> new Pose2(20.0 + 10.0 * t, -Y, 0.0));

    assertThat(value(findings, "progress.ratioToReference")).isCloseTo(2.0 / 150.0, within(1e-3));
  }

  @Test
  void whoTakesOverBesideTheRoadStartsWhereItComesToALane() {
    Findings findings = drive(
        TestDrive.road(), 300.0, 15.0, t -> new Pose2(20.0 + 10.0 * t, t < 1.95 ? -20.0 : Y, 0.0));

    assertThat(value(findings, "progress.referenceDistance")).isCloseTo(130.0, within(0.5));
    assertThat(value(findings, "progress.ratioToReference")).isCloseTo(1.0, within(1e-6));
    assertThat(value(findings, "progress.timeRatioToReference")).isCloseTo(1.0, within(1e-6));
    assertThat(value(findings, "progress.routeCompletion"))
        .isCloseTo(130.0 / (300.0 - 41.4), within(1e-6));
  }

  /** On the middle of the circuit's lane, that far along it. */
  private static Pose2 round(double way) {
    double angle = way / MIDDLE_M;
    return new Pose2(MIDDLE_M * Math.cos(angle), MIDDLE_M * Math.sin(angle), angle + Math.PI / 2.0);
  }

  private static Pose2 straight(double t) {
    return new Pose2(20.0 + 10.0 * t, Y, 0.0);
  }

  /** Along the lane at 10 m/s, its middle on the lane's, which turns left round (100, 10) at 11.75 m. */
  private static Pose2 turning(double t) {
    double way = 21.4 + 10.0 * t - 100.0;
    double turn = Math.max(0.0, Math.min(Math.PI / 2, way / 11.75));
    double rest = Math.max(0.0, way - 11.75 * Math.PI / 2);
    double x = way < 0.0 ? 100.0 + way : 100.0 + 11.75 * Math.sin(turn);
    double y = 10.0 - 11.75 * Math.cos(turn) + rest;
    return new Pose2(x - 1.4 * Math.cos(turn), y - 1.4 * Math.sin(turn), turn);
  }

  private static Findings drive(
      RoadMap map, double goalX, double seconds, DoubleFunction<Pose2> way) {
    return drive(map, new Pose2(goalX, Y, 0.0), seconds, way);
  }

  private static Findings drive(
      RoadMap map, Pose2 goal, double seconds, DoubleFunction<Pose2> way) {
    Mission mission = new Mission(0, List.of(goal), 10.0);
    MissionRoute route = new MissionRoute(map, mission);
    ReferenceProgress reference = new ReferenceProgress(map, mission, route);
    ProgressMeasure progress = new ProgressMeasure(mission, route);
    SituationModel model = new SituationModel(map);
    TimeSeries series = new TimeSeries();
    for (int i = 0; i <= Math.round(10.0 * seconds); i++) {
      var frame = TestDrive.frame(
          i * 100_000_000L, SignalColor.GREEN, TestDrive.car(way.apply(0.1 * i), 10.0, 0.0));
      series.beginRow(frame.timeNs());
      model.of(frame).ifPresent(situation -> {
        route.update(situation);
        reference.update(situation, series);
        progress.update(situation, series);
      });
    }
    Findings findings = new Findings();
    reference.report(findings);
    progress.report(findings);
    return findings;
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
