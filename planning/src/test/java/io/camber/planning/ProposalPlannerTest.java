package io.camber.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose2;
import io.camber.planning.ClosedLoop.Moment;
import io.camber.scene.SignalColor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drives in a small closed loop, simple ones first. Lane -1 of a test road has its centre at y = -1.75. */
class ProposalPlannerTest {
  private static final double LANE = -1.75;

  private static Pose2 start() {
    return new Pose2(20.0, LANE, 0.0);
  }

  @Test
  void reachesTheSetSpeedOnAFreeRoadAndKeepsIt() {
    List<Moment> drive = new ClosedLoop(TestRoads.straight(2, 3000.0, 40.0, 0.0))
        .setSpeed(25.0)
        .run(start(), 15.0, 25.0);

    assertThat(Drives.last(drive).ego().speedMps()).isCloseTo(25.0, within(0.3));
    assertThat(Drives.accelMax(drive)).isLessThan(1.6);
    assertThat(Drives.last(drive).ego().y()).isCloseTo(LANE, within(0.05));
  }

  @Test
  void obeysTheSpeedLimitOfTheMap() {
    List<Moment> drive =
        new ClosedLoop(TestRoads.straight(1, 2000.0, 13.9, 0.0)).run(start(), 10.0, 15.0);

    assertThat(drive).allMatch(m -> m.ego().speedMps() < 13.9 + 0.2);
    assertThat(Drives.last(drive).ego().speedMps()).isGreaterThan(13.4);
  }

  @Test
  void settlesBehindASlowerLeaderWithATimeGap() {
    List<Moment> drive = new ClosedLoop(TestRoads.straight(1, 3000.0, 40.0, 0.0))
        .with(ScriptedActor.car(7, Drives.along(LANE, 120.0, t -> 12.0 * t)))
        .run(start(), 25.0, 40.0);

    Moment end = Drives.last(drive);
    assertThat(end.ego().speedMps()).isCloseTo(12.0, within(0.4));
    assertThat(end.clearanceM() / 12.0).isBetween(1.3, 2.2);
    assertThat(Drives.decelMax(drive)).isLessThan(3.6);
  }

  @Test
  void keepsALargerGapAndTheCapInAnotherStyle() {
    ProposalPlanner planner = new ProposalPlanner(PlannerConfig.standard());
    planner.restyle(PlannerConfig.standard().style().with(3.0, 1.8, 22.0));
    List<Moment> free = new ClosedLoop(TestRoads.straight(1, 3000.0, 40.0, 0.0), planner)
        .setSpeed(25.0)
        .run(start(), 15.0, 25.0);
    List<Moment> behind = new ClosedLoop(TestRoads.straight(1, 3000.0, 40.0, 0.0), restyled())
        .with(ScriptedActor.car(7, Drives.along(LANE, 120.0, t -> 18.0 * t)))
        .run(start(), 22.0, 40.0);

    assertThat(Drives.last(free).ego().speedMps()).isCloseTo(22.0, within(0.3));
    assertThat(Drives.last(behind).clearanceM() / 18.0).isGreaterThan(2.5);
  }

  private static ProposalPlanner restyled() {
    ProposalPlanner planner = new ProposalPlanner(PlannerConfig.standard());
    planner.restyle(PlannerConfig.standard().style().with(3.0, 1.8, 100.0));
    return planner;
  }

  @Test
  void survivesALeaderBrakingHard() {
    List<Moment> drive = new ClosedLoop(TestRoads.straight(1, 3000.0, 40.0, 0.0))
        .setSpeed(16.7)
        .with(ScriptedActor.car(7, Drives.along(LANE, 56.0, Drives.brakingAt(4.0, 16.7, 6.0))))
        .run(start(), 16.7, 20.0);

    assertThat(Drives.clearanceMin(drive)).as(Drives.table(drive)).isGreaterThan(1.0);
    assertThat(Drives.last(drive).ego().speedMps()).isLessThan(0.1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {20.0, 30.0, 40.0})
  void avoidsACarThatCutsInAtMotorwaySpeed(double gapM) {
    double ahead = 20.0 + ClosedLoop.CAR.frontM() + gapM + 2.25;
    List<Moment> drive = new ClosedLoop(TestRoads.straight(2, 3000.0, 40.0, 0.0))
        .setSpeed(36.1)
        .with(ScriptedActor.car(
                7, Drives.changing(ahead + 2.0 * 8.0, 28.0, LANE - 3.5, LANE, 2.0, 3.5))
            .knownFrom(2.5))
        .run(start(), 36.1, 15.0);

    assertThat(Drives.clearanceMin(drive)).as(Drives.table(drive)).isGreaterThan(2.0);
  }

  @Test
  void brakesOnlyGentlyForAFasterCarThatCutsIn() {
    List<Moment> drive = new ClosedLoop(TestRoads.straight(2, 3000.0, 40.0, 0.0))
        .setSpeed(25.0)
        .with(ScriptedActor.car(7, Drives.changing(45.0, 28.0, LANE - 3.5, LANE, 2.0, 3.5))
            .knownFrom(2.5))
        .run(start(), 25.0, 12.0);

    assertThat(Drives.decelMax(drive)).as(Drives.table(drive)).isLessThan(2.0);
  }

  @Test
  void returnsToTheSetSpeedOnceTheLeaderHasGone() {
    List<Moment> drive = new ClosedLoop(TestRoads.straight(2, 3000.0, 40.0, 0.0))
        .setSpeed(30.0)
        .with(ScriptedActor.car(7, Drives.changing(90.0, 26.8, LANE, LANE - 3.5, 10.0, 3.0)))
        .run(start(), 27.0, 40.0);

    assertThat(Drives.last(drive).ego().speedMps())
        .as(Drives.table(drive))
        .isCloseTo(30.0, within(0.4));
  }

  @Test
  void followsThroughStopAndGo() {
    List<Moment> drive = new ClosedLoop(TestRoads.straight(1, 3000.0, 40.0, 0.0))
        .setSpeed(14.0)
        .with(ScriptedActor.car(
            7,
            Drives.along(
                LANE,
                60.0,
                t -> 4.0 * t
                    - 4.0 * 8.0 / Math.PI * 0.5 * StrictMath.sin(2.0 * Math.PI * t / 16.0) * 2.0)))
        .run(start(), 8.0, 60.0);

    assertThat(Drives.clearanceMin(drive)).as(Drives.table(drive)).isGreaterThan(1.5);
    assertThat(Drives.decelMax(drive)).isLessThan(3.5);
    assertThat(Drives.last(drive).ego().x()).isGreaterThan(200.0);
  }

  @Test
  void stopsForAPedestrianSteppingOut() {
    List<Moment> drive = new ClosedLoop(TestRoads.straight(1, 1000.0, 40.0, 0.0))
        .setSpeed(13.9)
        .with(ScriptedActor.pedestrian(3, t -> {
          double y = LANE - 6.0 + 1.6 * Math.max(0.0, t - 1.0);
          return new Pose2(75.0, Math.min(y, LANE), 0.5 * Math.PI);
        }))
        .run(start(), 13.9, 12.0);

    assertThat(Drives.clearanceMin(drive)).as(Drives.table(drive)).isGreaterThan(0.7);
    assertThat(Drives.last(drive).ego().speedMps()).isLessThan(0.1);
  }

  @Test
  void goesOnAfterAPedestrianHasCrossed() {
    List<Moment> drive = new ClosedLoop(TestRoads.straight(1, 1000.0, 40.0, 0.0))
        .setSpeed(13.9)
        .with(
            ScriptedActor.pedestrian(3, t -> new Pose2(85.0, LANE - 6.0 + 1.4 * t, 0.5 * Math.PI)))
        .run(start(), 13.9, 25.0);

    assertThat(Drives.clearanceMin(drive)).as(Drives.table(drive)).isGreaterThan(0.7);
    assertThat(Drives.last(drive).ego().speedMps()).isGreaterThan(12.0);
  }

  @Test
  void stopsAtARedLightAndGoesOnGreen() {
    List<Moment> drive = new ClosedLoop(TestRoads.withLight(0.0))
        .setSpeed(13.9)
        .light(t -> t < 20.0 ? SignalColor.RED : SignalColor.GREEN)
        .run(start(), 13.9, 30.0);

    double front = Drives.at(drive, 19.0).ego().x() + ClosedLoop.CAR.frontM();
    assertThat(front).as(Drives.table(drive)).isBetween(193.5, 195.5);
    assertThat(Drives.at(drive, 19.0).ego().speedMps()).isLessThan(0.05);
    assertThat(Drives.decelMax(drive.subList(0, 190))).isLessThan(3.0);
    assertThat(Drives.last(drive).ego().x()).isGreaterThan(215.0);
  }

  @Test
  void drivesThroughAYellowThatComesTooLate() {
    List<Moment> drive = new ClosedLoop(TestRoads.withLight(0.0))
        .setSpeed(13.9)
        .light(t -> t < 10.5 ? SignalColor.GREEN : t < 13.5 ? SignalColor.YELLOW : SignalColor.RED)
        .run(start(), 13.9, 16.0);

    assertThat(Drives.last(drive).ego().speedMps()).as(Drives.table(drive)).isGreaterThan(10.0);
  }

  @Test
  void stopsBehindAStandingObstacleInItsLane() {
    List<Moment> drive = new ClosedLoop(TestRoads.straight(1, 1000.0, 40.0, 0.0))
        .setSpeed(25.0)
        .with(ScriptedActor.car(9, t -> new Pose2(250.0, LANE, 0.0)))
        .run(start(), 25.0, 30.0);

    assertThat(Drives.clearanceMin(drive)).as(Drives.table(drive)).isBetween(1.5, 5.0);
    assertThat(Drives.last(drive).ego().speedMps()).isLessThan(0.05);
    assertThat(Drives.decelMax(drive)).isLessThan(3.5);
  }

  @Test
  void slowsForABend() {
    List<Moment> drive = new ClosedLoop(TestRoads.bend(30.0, 1.5, 25.0, 0.0))
        .setSpeed(20.0)
        .run(start(), 18.0, 35.0);

    assertThat(Drives.lateralMax(drive)).as(Drives.table(drive)).isLessThan(2.6);
    assertThat(Drives.decelMax(drive)).as(Drives.table(drive)).isLessThan(2.5);
  }

  @Test
  void yieldsToOncomingTrafficWhenTurningLeft() {
    List<Moment> drive = new ClosedLoop(TestRoads.crossing())
        .setSpeed(10.0)
        .to(new Pose2(1.75, 150.0, 0.5 * Math.PI))
        .with(ScriptedActor.car(5, t -> new Pose2(70.0 - 10.0 * t, 1.75, Math.PI)))
        .run(new Pose2(-70.0, LANE, 0.0), 10.0, 25.0);

    assertThat(Drives.clearanceMin(drive)).as(Drives.table(drive)).isGreaterThan(0.8);
    assertThat(Drives.last(drive).ego().y()).as(Drives.table(drive)).isGreaterThan(20.0);
  }

  @Test
  void movingTheWorldMovesThePlan() {
    double turn = 0.7;
    List<Moment> here = new ClosedLoop(TestRoads.straight(2, 1000.0, 20.0, 0.0))
        .with(ScriptedActor.car(7, Drives.along(LANE, 80.0, t -> 8.0 * t)))
        .run(start(), 15.0, 8.0);
    Pose2 moved = new Pose2(0.0, 0.0, turn);
    List<Moment> there = new ClosedLoop(TestRoads.straight(2, 1000.0, 20.0, turn))
        .with(ScriptedActor.car(
            7, t -> moved.times(Drives.along(LANE, 80.0, u -> 8.0 * u).apply(t))))
        .run(moved.times(start()), 15.0, 8.0);

    Pose2 expected = moved.times(Drives.last(here).ego().pose());
    Pose2 actual = Drives.last(there).ego().pose();
    assertThat(actual.x()).isCloseTo(expected.x(), within(1e-3));
    assertThat(actual.y()).isCloseTo(expected.y(), within(1e-3));
  }

  @Test
  void shiftingTimeShiftsNothingElse() {
    List<Moment> now =
        new ClosedLoop(TestRoads.straight(1, 1000.0, 20.0, 0.0)).run(start(), 10.0, 5.0);
    List<Moment> later = new ClosedLoop(TestRoads.straight(1, 1000.0, 20.0, 0.0))
        .startingAt(3_600_000_000_000L)
        .run(start(), 10.0, 5.0);

    assertThat(Drives.last(later).ego().x()).isEqualTo(Drives.last(now).ego().x());
    assertThat(Drives.last(later).ego().speedMps())
        .isEqualTo(Drives.last(now).ego().speedMps());
  }

  @Test
  void everyPlanCarriesASafeStopThatEndsAtRestAndSaysWhy() {
    List<Moment> drive =
        new ClosedLoop(TestRoads.straight(1, 1000.0, 20.0, 0.0)).run(start(), 15.0, 3.0);

    assertThat(drive).allSatisfy(m -> {
      assertThat(m.plan().safeStop().last().speedMps()).isLessThan(0.05);
      assertThat(m.plan().reasons()).isNotEmpty();
      assertThat(m.plan().proposals()).isNotEmpty();
    });
  }
}
