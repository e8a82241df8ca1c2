package io.camber.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Judgement;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Outcome;
import io.camber.geometry.Pose2;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import io.camber.motion.Mission;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import io.camber.vehicle.VehicleDescription;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

/** Whole drives on a straight road whose outcome is known beforehand. */
final class JuryTest {
  private static final RoadMap ROAD = TestDrive.road();
  private static final double Y = TestDrive.LANE_Y;
  private static final Mission MISSION = new Mission(0, List.of(new Pose2(150.0, Y, 0.0)), 10.0);

  @Test
  void anAtFaultContactIsATimeToCollisionOfZeroWhereverItCameFrom() {
    // drifts to the left against somebody who stands beside its front, 35 degrees off its heading
    Judgement judgement = drive(
        3.0,
        t -> TestDrive.car("Ego", 20, Y + 0.15 * t, 0.0, 1.0),
        t -> TestDrive.actor("walker", ObjectClass.PEDESTRIAN, 22, Y + 1.4, 0.0, 0.0, 0.0));

    assertThat(value(judgement, "collision.atFault")).isEqualTo(1.0);
    assertThat(value(judgement, "ttc.min")).isZero();
    assertThat(value(judgement, "ttc.score")).isZero();
    assertThat(value(judgement, "intervention.T1.collision")).isEqualTo(1.0);
  }

  @Test
  void oneThingHitIsHalfOfTheScoreAndTwoAreAllOfIt() {
    DoubleFunction<ActorTruth> ego = t -> TestDrive.car("Ego", 20 + 10 * t, Y, 0.0, 10.0);
    DoubleFunction<ActorTruth> cone =
        t -> TestDrive.actor("cone", ObjectClass.UNKNOWN, 40, Y, 0.0, 0.0, 0.0);
    DoubleFunction<ActorTruth> other =
        t -> TestDrive.actor("other", ObjectClass.UNKNOWN, 60, Y, 0.0, 0.0, 0.0);

    assertThat(value(drive(6.0, ego, cone), "collision.score")).isEqualTo(0.5);
    assertThat(value(drive(6.0, ego, cone, other), "collision.score")).isZero();
  }

  @Test
  void aStepOutInTheLastSecondIsJudgedByWhatTheDriveTells() {
    // at 2.5 of 3 s a walker stands 3 m before the bumper; the ego is as if nailed down from then
    // on
    Judgement judgement = drive(
        3.0,
        t -> TestDrive.car("Ego", 20 + 10 * Math.min(t, 2.5), Y, 0.0, t > 2.505 ? 0.0 : 10.0),
        t -> TestDrive.actor(
            "walker",
            ObjectClass.PEDESTRIAN,
            52.0,
            t < 2.495 ? Y - 20.0 : Y,
            Math.PI / 2,
            0.0,
            0.0));

    assertThat(value(judgement, "collision.atFault")).isZero();
    assertThat(value(judgement, "intervention.T1.collision")).isEqualTo(1.0);
  }

  @Test
  void whoCanOnlyBeSparedByHardBrakingIsAReasonToTakeOver() {
    // 55.3 m less 15 m/s: 19.3 m ask for 5.8 m/s2 after 2.4 s, 17.8 m for 6.3 m/s2 after 2.5 s
    DoubleFunction<ActorTruth> ego = t -> TestDrive.car("Ego", 20 + 15 * t, Y, 0.0, 15.0);
    DoubleFunction<ActorTruth> standing = t -> TestDrive.car("lead", 80, Y, 0.0, 0.0);

    assertThat(value(drive(2.4, ego, standing), "intervention.T1.collision")).isZero();
    assertThat(value(drive(2.5, ego, standing), "intervention.T1.collision")).isEqualTo(1.0);
  }

  @Test
  void aParkedCarBesideTheRoadIsNoReasonToStand() {
    DoubleFunction<ActorTruth> standing = t -> TestDrive.car("Ego", 100, Y, 0.0, 0.0);

    assertThat(drive(12.0, standing, t -> TestDrive.car("parked", 108, -5.0, 0.0, 0.0))
            .reason())
        .startsWith("T7");
    assertThat(
            drive(12.0, standing, t -> TestDrive.car("lead", 108, Y, 0.0, 0.0)).outcome())
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void passesAQuietDriveToTheGoal() {
    Judgement judgement = drive(13.0, t -> TestDrive.car("Ego", 20 + 10 * t, Y, 0.0, 10.0));

    assertThat(judgement.reason()).isEqualTo("no hard limit broken");
    assertThat(judgement.outcome()).isEqualTo(Outcome.PASS);
    assertThat(value(judgement, "progress.routeCompletion")).isEqualTo(1.0);
    assertThat(value(judgement, "speedLimit.score")).isEqualTo(1.0);
    assertThat(value(judgement, "offRoad.cornerMax")).isZero();
    assertThat(value(judgement, "comfort.score")).isEqualTo(1.0);
    assertThat(value(judgement, "lane.offset.max")).isCloseTo(0.0, within(1e-6));
    assertThat(judgement.findMetric("ttc.min").orElseThrow().value()).isEmpty();
  }

  @Test
  void failsADriveIntoTheCarAheadAtTheMomentTheyTouch() {
    // Front bumper starts at 23.75, the lead's rear bumper at 79.05: contact after 5.53 s at 10
    // m/s.
    Judgement judgement = drive(
        8.0,
        t -> TestDrive.car("Ego", 20 + 10 * t, Y, 0.0, 10.0),
        t -> TestDrive.car("lead", 80, Y, 0.0, 0.0));

    assertThat(judgement.outcome()).isEqualTo(Outcome.FAIL);
    KeyEvent collision = event(judgement, "collision");
    assertThat(collision.timeNs()).isEqualTo(5_530_000_000L);
    assertThat(collision.detail()).contains("at-fault").contains("lead").contains("stopped track");
    assertThat(value(judgement, "collision.atFault")).isEqualTo(1.0);
    assertThat(value(judgement, "collision.score")).isZero();
    assertThat(value(judgement, "ttc.score")).isZero();
    assertThat(judgement.reason()).startsWith("T1 at 4.");
  }

  @Test
  void doesNotBlameAnEgoThatIsHitFromBehind() {
    Judgement judgement = drive(
        6.0,
        t -> TestDrive.car("Ego", 60 + 5 * t, Y, 0.0, 5.0),
        t -> TestDrive.car("pusher", 20 + 15 * t, Y, 0.0, 15.0));

    assertThat(judgement.outcome()).isEqualTo(Outcome.PASS);
    assertThat(value(judgement, "collision.atFault")).isZero();
    assertThat(value(judgement, "collision.notAtFault")).isEqualTo(1.0);
    assertThat(event(judgement, "collision").detail()).contains("not at fault");
  }

  @Test
  void failsALaneDepartureByItsKnownDistance() {
    // The right edge of the road is at -3.5; the right side of the car ends up at -4.0.
    Judgement judgement =
        drive(5.0, t -> TestDrive.car("Ego", 20 + 10 * t, Math.max(-3.07, Y - 0.5 * t), 0.0, 10.0));

    assertThat(judgement.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(judgement.reason()).contains("off");
    assertThat(value(judgement, "offRoad.cornerMax")).isCloseTo(0.5, within(0.01));
    // 4.7 m by the depth: to 0.5 m in one second from 1.64 s on, then 2.36 s of 0.5 m
    assertThat(value(judgement, "offRoad.areaTime"))
        .isCloseTo(4.7 * (0.25 + 0.5 * 2.36), within(0.4));
  }

  @Test
  void failsDrivingOnTheWrongSide() {
    Judgement judgement = drive(3.0, t -> TestDrive.car("Ego", 20 + 10 * t, 1.75, 0.0, 10.0));

    assertThat(judgement.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(judgement.reason()).startsWith("wrong-way");
    assertThat(value(judgement, "intervention.T2.offRoad")).isEqualTo(1.0);
    assertThat(value(judgement, "offRoad.distanceShare")).isEqualTo(1.0);
    assertThat(value(judgement, "offRoad.areaTime")).isZero();
    assertThat(value(judgement, "direction.backwardsMax")).isCloseTo(10.0, within(0.1));
  }

  @Test
  void failsARedLightWhenTheBumperCrossesTheLine() {
    // The bumper, 3.75 m ahead of the axle, crosses x = 200 after 2.625 s.
    Judgement judgement =
        drive(6.0, SignalColor.RED, t -> TestDrive.car("Ego", 170 + 10 * t, Y, 0.0, 10.0));

    assertThat(judgement.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(event(judgement, "red-light").timeNs()).isEqualTo(2_630_000_000L);
    assertThat(event(judgement, "red-light").detail()).contains("red for 2.6 s");
    assertThat(judgement.reason()).startsWith("T3");
  }

  @Test
  void letsTheEgoPassAGreenLight() {
    Judgement judgement =
        drive(6.0, SignalColor.GREEN, t -> TestDrive.car("Ego", 170 + 10 * t, Y, 0.0, 10.0));

    assertThat(judgement.outcome()).isEqualTo(Outcome.PASS);
    assertThat(value(judgement, "redLight.stopLinesCrossed")).isEqualTo(1.0);
  }

  @Test
  void failsStandingAroundButNotAtARedLight() {
    DoubleFunction<ActorTruth> standing = t -> TestDrive.car("Ego", 190, Y, 0.0, 0.0);

    assertThat(drive(12.0, SignalColor.GREEN, standing).reason())
        .startsWith("T7")
        .contains("stuck");
    assertThat(drive(12.0, SignalColor.RED, standing).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void measuresSpeedingAsTheMeanExcess() {
    Judgement judgement = drive(4.0, t -> TestDrive.car("Ego", 20 + 21 * t, Y, 0.0, 21.115));

    assertThat(value(judgement, "speedLimit.score")).isCloseTo(0.5, within(1e-9));
    assertThat(value(judgement, "speedLimit.excessMax")).isCloseTo(1.115, within(1e-9));
    assertThat(judgement.outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void measuresTheTimeGapBumperToBumper() {
    // 30 m between axles leave 25.3 m between bumpers; at 10 m/s that is 2.53 s.
    Judgement judgement = drive(
        4.0,
        t -> TestDrive.car("Ego", 20 + 10 * t, Y, 0.0, 10.0),
        t -> TestDrive.car("lead", 50 + 10 * t, Y, 0.0, 10.0));

    assertThat(value(judgement, "following.timeGapMin")).isCloseTo(2.53, within(1e-3));
    assertThat(value(judgement, "following.clearanceMin")).isCloseTo(25.3, within(1e-2));
  }

  @Test
  void isInvalidWhenTheStoryboardNeverHandsOver() {
    Jury jury = jury();
    actuate(jury, 0);
    TruthFrame engaged =
        TestDrive.frame(0, SignalColor.GREEN, TestDrive.car("Ego", 20, Y, 0.0, 10.0));
    jury.onTruth(new TruthFrame(0, "Ego", false, engaged.actors(), engaged.signals()));

    assertThat(jury.finish(1).outcome()).isEqualTo(Outcome.INVALID);
  }

  @Test
  void failsAStackThatNeverSentACommand() {
    Jury jury = jury();
    ActorTruth ego = TestDrive.car("Ego", 20, Y, 0.0, 10.0);
    jury.onTruth(new TruthFrame(0, "Ego", false, List.of(ego), List.of()));

    Judgement judgement = jury.finish(1);

    assertThat(judgement.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(judgement.reason()).contains("never engaged");
  }

  @Test
  void isInvalidWithoutAnEgo() {
    Jury jury = jury();
    jury.onTruth(new TruthFrame(0, "", false, List.of(), List.of()));

    assertThat(jury.finish(1).outcome()).isEqualTo(Outcome.INVALID);
  }

  @Test
  void aPedestrianCrossingWellAheadIsNoReasonToTakeOver() {
    Judgement judgement = drive(
        3.0,
        t -> TestDrive.car("Ego", 20 + 10 * t, Y, 0.0, 10.0),
        t -> TestDrive.actor(
            "walker", ObjectClass.PEDESTRIAN, 100, -8 + 1.4 * t, Math.PI / 2, 1.4, 0.0));

    assertThat(judgement.outcome()).isEqualTo(Outcome.PASS);
  }

  @SafeVarargs
  private static Judgement drive(double seconds, DoubleFunction<ActorTruth>... actors) {
    return drive(seconds, SignalColor.GREEN, actors);
  }

  @SafeVarargs
  private static Judgement drive(
      double seconds, SignalColor light, DoubleFunction<ActorTruth>... actors) {
    Jury jury = jury();
    int steps = (int) Math.round(seconds / 0.01);
    for (int i = 0; i <= steps; i++) {
      double time = i * 0.01;
      ActorTruth[] now = new ActorTruth[actors.length];
      for (int a = 0; a < actors.length; a++) {
        now[a] = actors[a].apply(time);
      }
      actuate(jury, i * TestDrive.STEP_NS);
      jury.onTruth(TestDrive.frame(i * TestDrive.STEP_NS, light, now));
    }
    return jury.finish(steps * TestDrive.STEP_NS);
  }

  private static Jury jury() {
    return new Jury(ROAD, VehicleDescription.midSizeCar(), MISSION, JuryConfig.DEFAULT);
  }

  private static void actuate(Jury jury, long timeNs) {
    jury.onMessage(
        new Envelope(Topics.ACTUATION.name(), "guardian", 0, timeNs, timeNs, Origins.NONE),
        new ControlCommand(timeNs, 0.0, 0.0, DriveMode.NOMINAL));
  }

  private static double value(Judgement judgement, String metric) {
    return judgement.findMetric(metric).orElseThrow().value().orElseThrow();
  }

  private static KeyEvent event(Judgement judgement, String kind) {
    Optional<KeyEvent> found =
        judgement.events().stream().filter(event -> event.kind().equals(kind)).findFirst();
    return found.orElseThrow();
  }
}
