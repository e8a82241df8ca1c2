package io.camber.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Judgement;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import io.camber.messages.Topics;
import io.camber.motion.Mission;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import io.camber.vehicle.VehicleDescription;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the jury makes of nodes that err before the hand-over, fall silent, or stop commanding. */
final class SilentStackTest {
  private static final double Y = TestDrive.LANE_Y;

  @Test
  void anErrorBeforeTheHandOverIsNotThatOfTheDrive() {
    Jury jury = jury();
    for (int i = 0; i < 300; i++) {
      long timeNs = i * TestDrive.STEP_NS;
      double x = 20 + 0.1 * i;
      TruthFrame frame =
          TestDrive.frame(timeNs, SignalColor.GREEN, TestDrive.car("Ego", x, Y, 0.0, 10.0));
      actuate(jury, timeNs);
      jury.onTruth(new TruthFrame(timeNs, "Ego", i >= 100, frame.actors(), frame.signals()));
      pose(jury, timeNs, x, i < 90 ? Y + 5.0 : Y + 0.2);
    }
    Judgement judgement = jury.finish(3_000_000_000L);

    assertThat(value(judgement, "localization.lateral.max")).isCloseTo(0.2, within(1e-9));
    assertThat(value(judgement, "intervention.T6.localization")).isZero();
  }

  @Test
  void localizationThatFallsSilentIsLost() {
    Jury jury = jury();
    for (int i = 0; i < 300; i++) {
      long timeNs = i * TestDrive.STEP_NS;
      double x = 20 + 0.1 * i;
      actuate(jury, timeNs);
      jury.onTruth(
          TestDrive.frame(timeNs, SignalColor.GREEN, TestDrive.car("Ego", x, Y, 0.0, 10.0)));
      if (i < 100) {
        pose(jury, timeNs, x, Y);
      }
    }
    Judgement judgement = jury.finish(3_000_000_000L);

    // more than 3 m on after 0.3 s
    assertThat(judgement.reason()).startsWith("T6 at 1.3");
  }

  @Test
  void tracksThatEndAfterATenthOfTheDriveFindATenth() {
    Jury jury = jury();
    ActorTruth lead = TestDrive.car("lead", 40, Y, 0.0, 10.0);
    for (int i = 0; i < 1000; i++) {
      long timeNs = i * TestDrive.STEP_NS;
      actuate(jury, timeNs);
      jury.onTruth(
          TestDrive.frame(timeNs, SignalColor.GREEN, TestDrive.car("Ego", 20, Y, 0.0, 10.0), lead));
      if (i < 100 && i % 10 == 0) {
        jury.onMessage(
            new Envelope(Topics.TRACKS.name(), "tracker", 0, timeNs, timeNs, Origins.NONE),
            new Tracks(timeNs, List.of(track(lead))));
      }
    }
    Judgement judgement = jury.finish(10_000_000_000L);

    assertThat(value(judgement, "perception.recall")).isCloseTo(0.1, within(1e-9));
    assertThat(value(judgement, "tracks.mota")).isCloseTo(0.1, within(1e-9));
    assertThat(value(judgement, "tracks.hota")).isLessThan(0.35);
  }

  @Test
  void failsWhenCommandsStop() {
    Jury jury = jury();
    for (int i = 0; i < 300; i++) {
      long timeNs = i * TestDrive.STEP_NS;
      ActorTruth ego = TestDrive.car("Ego", 20 + 0.1 * i, Y, 0.0, 10.0);
      if (i < 100) {
        actuate(jury, timeNs);
      }
      jury.onTruth(TestDrive.frame(timeNs, SignalColor.GREEN, ego));
    }

    Judgement judgement = jury.finish(3_000_000_000L);

    assertThat(judgement.reason()).startsWith("T5 at 1.2").contains("no command for 0.2");
  }

  private static Track track(ActorTruth actor) {
    return new Track(
        1,
        ObjectClass.CAR,
        1.0,
        actor.footprint().center(),
        0.0,
        actor.size(),
        actor.velocityMps(),
        0.0,
        0.0,
        0.9,
        0.2,
        0.3,
        0L,
        0L);
  }

  private static void pose(Jury jury, long timeNs, double x, double y) {
    jury.onMessage(
        new Envelope(Topics.EGO_POSE.name(), "localization", 0, timeNs, timeNs, Origins.NONE),
        new EgoPose(
            timeNs,
            Pose3.of(new Pose2(x, y, 0.0)),
            new Twist2(10.0, 0.0, 0.0),
            0.0,
            0.1,
            0.1,
            0.01,
            0,
            1,
            PoseStatus.TRACKING));
  }

  private static Jury jury() {
    return new Jury(
        TestDrive.road(),
        VehicleDescription.midSizeCar(),
        new Mission(0, List.of(new Pose2(150.0, Y, 0.0)), 10.0),
        JuryConfig.DEFAULT);
  }

  private static void actuate(Jury jury, long timeNs) {
    jury.onMessage(
        new Envelope(Topics.ACTUATION.name(), "guardian", 0, timeNs, timeNs, Origins.NONE),
        new ControlCommand(timeNs, 0.0, 0.0, DriveMode.NOMINAL));
  }

  private static double value(Judgement judgement, String metric) {
    return judgement.findMetric(metric).orElseThrow().value().orElseThrow();
  }
}
