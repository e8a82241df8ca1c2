package io.camber.app.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.scene.Detections;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.sensing.CameraCalibration;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrackScoreTest {
  private static final Size3 CAR = new Size3(4.5, 1.8, 1.5);

  private final TrackScore score = new TrackScore(new LabelledRegion(Optional.empty(), 60.0));

  @Test
  void countsHitsMissesFalseTracksAndChangesOfIdentity() {
    add(List.of(label("a", 10.0), label("b", 30.0)), track(1, 10.5), track(2, 50.0));
    add(List.of(label("a", 10.0), label("b", 30.0)), track(3, 10.0), track(4, 30.0));

    TrackScore.Tally all = score.all();

    assertThat(all.labels()).isEqualTo(4);
    assertThat(all.recall()).isEqualTo(0.75); // b was missed once
    assertThat(all.precision()).isEqualTo(0.75); // track 2 is nobody
    assertThat(all.switches()).isEqualTo(1); // a went from 1 to 3
    assertThat(all.mota()).isEqualTo(1.0 - 3.0 / 4.0);
    assertThat(recall("0-20 m")).isEqualTo(1.0);
    assertThat(recall("20-40 m")).isEqualTo(0.5);
  }

  @Test
  void labelKeepsItsTrackWhileAnotherOneIsNearer() {
    add(List.of(label("a", 10.0)), track(1, 10.0));
    add(List.of(label("a", 10.0)), track(1, 11.0), track(2, 10.2));

    assertThat(score.all().switches()).isZero();
    assertThat(score.all().precision()).isCloseTo(2.0 / 3.0, within(1e-9));
  }

  @Test
  void errorOfThePoseInTheMapIsNotThatOfTheTrack() {
    TruthFrame truth = frame(List.of(label("a", 10.0)));
    Pose3 wrong = new Pose3(500.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    Tracks tracks = new Tracks(0L, List.of(track(1, 510.0)));

    score.add(truth, Pose3.IDENTITY, new LogPerception.Seen(none(), tracks, wrong));

    assertThat(score.all().recall()).isEqualTo(1.0);
    assertThat(score.all().errorM()).isCloseTo(0.0, within(1e-9));
  }

  @Test
  void cameraSeesAheadAndNotBehind() {
    CameraCalibration camera =
        new CameraCalibration("front", Pose3.IDENTITY, 1242, 375, 721.0, 721.0, 621.0, 187.0, 0, 0);
    LabelledRegion region = new LabelledRegion(Optional.of(camera), 60.0);

    assertThat(region.contains(new Vec2(20.0, 0.0))).isTrue();
    assertThat(region.contains(new Vec2(20.0, 16.0))).isTrue(); // 39.8 degrees of 40.7
    assertThat(region.contains(new Vec2(20.0, 18.0))).isFalse();
    assertThat(region.contains(new Vec2(-20.0, 0.0))).isFalse();
    assertThat(region.contains(new Vec2(70.0, 0.0))).isFalse();
  }

  @Test
  void posesThatDriftByOnePercentLoseOnePercentOfEverySegment() {
    PoseScore poses = new PoseScore();
    for (int i = 0; i <= 100; i++) {
      poses.add(
          new Pose3(1.01 * i, 0.0, 0.0, 0.0, 0.0, 0.0), new Pose3(i, 0.0, 0.0, 0.0, 0.0, 0.0));
    }

    assertThat(poses.distanceM()).isCloseTo(100.0, within(1e-9));
    assertThat(poses.segmentError(10.0)).isCloseTo(0.01, within(1e-6));
    assertThat(poses.positionMaxM()).isCloseTo(1.0, within(1e-9));
    assertThat(poses.segmentError(200.0)).isNaN();
  }

  private double recall(String group) {
    return Optional.ofNullable(score.groups().get(group)).orElseThrow().recall();
  }

  private void add(List<ActorTruth> labels, Track... tracks) {
    score.add(
        frame(labels),
        Pose3.IDENTITY,
        new LogPerception.Seen(none(), new Tracks(0L, List.of(tracks)), Pose3.IDENTITY));
  }

  private static Detections none() {
    return new Detections(0L, "top", List.of());
  }

  private static TruthFrame frame(List<ActorTruth> labels) {
    return new TruthFrame(0L, "", false, labels, List.of());
  }

  private static ActorTruth label(String name, double x) {
    return new ActorTruth(
        name,
        ObjectClass.CAR,
        "car",
        new Pose3(x, 0.0, 0.0, 0.0, 0.0, 0.0),
        CAR,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        ActorLights.OFF);
  }

  private static Track track(int id, double x) {
    return new Track(
        id,
        ObjectClass.CAR,
        0.9,
        new Pose2(x, 0.0, 0.0),
        0.0,
        CAR,
        Vec2.ZERO,
        0.0,
        0.0,
        0.9,
        0.1,
        0.1,
        1L,
        0L);
  }
}
