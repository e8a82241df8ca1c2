package io.camber.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrackScoreTest {
  private static final ActorTruth STANDING = TestDrive.car("van", 50.0, TestDrive.LANE_Y, 0.0, 0.0);
  private static final ActorTruth DRIVING = TestDrive.car("van", 50.0, TestDrive.LANE_Y, 0.0, 10.0);

  @Test
  void tracksThatAreTheTruthScoreOne() {
    Findings findings = drive(DRIVING, 0.0, new Vec2(10.0, 0.0), 0.0);

    assertThat(value(findings, "tracks.nds")).isCloseTo(1.0, within(1e-9));
    assertThat(value(findings, "tracks.map")).isCloseTo(1.0, within(1e-9));
    assertThat(value(findings, "tracks.attributeError.car")).isEqualTo(0.0);
  }

  @Test
  void aStandingCarTakenToRollLosesHalfOfTheVelocityAndAllOfTheAttribute() {
    Findings findings = drive(STANDING, 0.0, new Vec2(0.3, 0.4), 0.0);

    assertThat(value(findings, "tracks.velocityError")).isCloseTo(0.5, within(1e-9));
    assertThat(value(findings, "tracks.attributeError")).isEqualTo(1.0);
    assertThat(value(findings, "tracks.nds"))
        .isCloseTo((5.0 + 1.0 + 1.0 + 1.0 + 0.5 + 0.0) / 10.0, within(1e-9));
  }

  @Test
  void aSlowCreepIsStandingAsUpToTwoTenthsOfAMetrePerSecond() {
    Findings findings = drive(STANDING, 0.0, new Vec2(0.2, 0.0), 0.0);

    assertThat(value(findings, "tracks.attributeError")).isEqualTo(0.0);
    assertThat(value(findings, "tracks.velocityError")).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void oneMetreOffAndATenthTurnedIsHalfThePrecisionAndBothErrors() {
    Findings findings = drive(STANDING, 1.0, Vec2.ZERO, 0.1);

    assertThat(value(findings, "tracks.map")).isCloseTo(0.5, within(1e-9));
    assertThat(value(findings, "tracks.positionError")).isCloseTo(1.0, within(1e-9));
    assertThat(value(findings, "tracks.yawError")).isCloseTo(0.1, within(1e-9));
    assertThat(value(findings, "tracks.nds"))
        .isCloseTo((2.5 + 0.0 + 1.0 + 0.9 + 1.0 + 1.0) / 10.0, within(1e-9));
  }

  @Test
  void nobodyInSightIsNoScore() {
    Findings findings =
        drive(TestDrive.car("van", 500.0, TestDrive.LANE_Y, 0.0, 0.0), 0.0, Vec2.ZERO, 0.0);

    assertThat(metric(findings, "tracks.nds").value()).isEmpty();
    assertThat(metric(findings, "tracks.nds").absence())
        .contains("no actor of a known class was in sight");
  }

  @Test
  void tracksThatDieLoseWhatIsThereAfterwards() {
    TrackScoreMeasure measure = new TrackScoreMeasure();
    TrackSilence silence = new TrackSilence();
    TruthHistory truth = new TruthHistory();
    for (int i = 0; i <= 2000; i++) {
      long timeNs = i * 10_000_000L;
      ActorTruth ego = TestDrive.car("Ego", 20.0, TestDrive.LANE_Y, 0.0, 0.0);
      TruthFrame frame = TestDrive.frame(timeNs, SignalColor.GREEN, ego, STANDING);
      truth.add(frame);
      silence.update(frame, truth, measure::update);
      if (i % 10 == 0 && i < 200) {
        Tracks tracks = new Tracks(timeNs, List.of(track(STANDING, 0.0, Vec2.ZERO, 0.0)));
        silence.isHeard(tracks);
        TrackedWorld.of(tracks, truth).ifPresent(measure::update);
      }
    }
    Findings findings = new Findings();
    measure.report(findings);

    // found in 20 instants of 201, a tenth, up to which recall counts for nothing
    assertThat(value(findings, "tracks.map")).isZero();
  }

  @Test
  void aDriveWithoutAnyTracksFoundNobody() {
    TrackScoreMeasure measure = new TrackScoreMeasure();
    TrackSilence silence = new TrackSilence();
    TruthHistory truth = new TruthHistory();
    for (int i = 0; i < 100; i++) {
      ActorTruth ego = TestDrive.car("Ego", 20.0, TestDrive.LANE_Y, 0.0, 0.0);
      TruthFrame frame = TestDrive.frame(i * 10_000_000L, SignalColor.GREEN, ego, STANDING);
      truth.add(frame);
      silence.update(frame, truth, measure::update);
    }
    Findings findings = new Findings();
    measure.report(findings);

    assertThat(value(findings, "tracks.map")).isZero();
  }

  @Test
  void ghostsOfAClassThatIsNotThereCountBesideTheScore() {
    ActorTruth ego = TestDrive.car("Ego", 20.0, TestDrive.LANE_Y, 0.0, 0.0);
    ActorTruth ghost = TestDrive.actor(
        "ghost", ObjectClass.PEDESTRIAN, 30.0, TestDrive.LANE_Y + 6.0, 0.0, 0.0, 0.0);
    TruthHistory truth = new TruthHistory();
    truth.add(TestDrive.frame(0, SignalColor.GREEN, ego, STANDING));
    TrackScoreMeasure measure = new TrackScoreMeasure();
    Tracks tracks = new Tracks(
        0,
        List.of(
            track(STANDING, 0.0, Vec2.ZERO, 0.0),
            track(2, ObjectClass.PEDESTRIAN, ghost, 0.0, Vec2.ZERO, 0.0),
            track(3, ObjectClass.PEDESTRIAN, ghost, 3.0, Vec2.ZERO, 0.0)));
    TrackedWorld.of(tracks, truth).ifPresent(measure::update);
    Findings findings = new Findings();
    measure.report(findings);

    assertThat(value(findings, "tracks.nds")).isCloseTo(1.0, within(1e-9));
    assertThat(value(findings, "tracks.falsePerMessage.pedestrian")).isEqualTo(2.0);
    assertThat(value(findings, "tracks.falsePerMessage.car")).isZero();
    assertThat(value(findings, "tracks.falsePerMessage.bus")).isZero();
  }

  private static Findings drive(ActorTruth van, double off, Vec2 velocity, double turned) {
    TrackScoreMeasure measure = new TrackScoreMeasure();
    for (int i = 0; i < 5; i++) {
      long timeNs = i * 100_000_000L;
      ActorTruth ego = TestDrive.car("Ego", 20.0, TestDrive.LANE_Y, 0.0, 0.0);
      TruthHistory truth = new TruthHistory();
      truth.add(TestDrive.frame(timeNs, SignalColor.GREEN, ego, van));
      Tracks tracks = new Tracks(timeNs, List.of(track(van, off, velocity, turned)));
      TrackedWorld.of(tracks, truth).ifPresent(measure::update);
    }
    Findings findings = new Findings();
    measure.report(findings);
    return findings;
  }

  private static Track track(ActorTruth actor, double off, Vec2 velocity, double turned) {
    return track(1, ObjectClass.CAR, actor, off, velocity, turned);
  }

  private static Track track(
      int id, ObjectClass objectClass, ActorTruth actor, double off, Vec2 velocity, double turned) {
    Pose2 center = actor.footprint().center();
    Size3 size = actor.size();
    return new Track(
        id,
        objectClass,
        0.9,
        new Pose2(center.x() - off, center.y(), center.yaw() + turned),
        0.0,
        size,
        velocity,
        0.0,
        0.0,
        0.8,
        0.1,
        0.1,
        1_000_000_000L,
        0);
  }

  private static double value(Findings findings, String name) {
    return metric(findings, name).value().orElseThrow();
  }

  private static Metric metric(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
