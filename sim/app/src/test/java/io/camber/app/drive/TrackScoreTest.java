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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrackScoreTest {
  private static final Size3 CAR = new Size3(4.5, 1.8, 1.5);

  private final TrackScore score =
      new TrackScore(new LabelledRegion(Optional.empty(), 60.0), LabelRules.none());

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
  void whatTheCollectionDoesNotJudgeIsNeitherFalseNorMissed() {
    CameraCalibration camera =
        new CameraCalibration("front", Pose3.IDENTITY, 1242, 375, 721.0, 721.0, 621.0, 187.0, 0, 0);
    LabelRules rules = LabelRules.of(Map.of("0", "0 0 10 10;500 0 700 375"), Map.of("0", "b"));
    TrackScore judged = new TrackScore(new LabelledRegion(Optional.of(camera), 100.0), rules);
    Track ahead = track(1, 15.0); // all of it within columns 500 to 700
    Track far = track(2, 50.0, 20.0); // 1.5 m at 48 m are 22 px
    Track beside = track(3, 15.0, 8.0); // false
    Track hidden = track(4, 30.0, -6.0);

    judged.add(
        frame(List.of(label("b", 30.0, -6.0))),
        Pose3.IDENTITY,
        new LogPerception.Seen(
            none(), new Tracks(0L, List.of(ahead, far, beside, hidden)), Pose3.IDENTITY));

    assertThat(judged.all().labels()).isZero();
    assertThat(judged.all().falseTracks).isEqualTo(1);
    assertThat(judged.excused()).isEqualTo(2);
  }

  @Test
  void boxTakesUpWhatAPinholeCameraSaysOfIt() {
    CameraCalibration camera =
        new CameraCalibration("front", Pose3.IDENTITY, 1242, 375, 700.0, 700.0, 621.0, 187.0, 0, 0);

    ImageBox box = ImageBox.of(camera, new Pose2(12.0, 0.0, 0.0), -1.0, new Size3(4.0, 2.0, 1.5))
        .orElseThrow();

    assertThat(box.leftPx()).isCloseTo(621.0 - 70.0, within(1e-9)); // 1 m at 10 m
    assertThat(box.bottomPx()).isCloseTo(187.0 + 70.0, within(1e-9));
    assertThat(box.topPx()).isCloseTo(187.0 - 35.0, within(1e-9));
    assertThat(box.shareIn(new ImageBox(621.0, 0.0, 1242.0, 375.0))).isCloseTo(0.5, within(1e-9));
    assertThat(ImageBox.of(camera, new Pose2(1.0, 0.0, 0.0), -1.0, new Size3(4.0, 2.0, 1.5)))
        .isEmpty();
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
    return label(name, x, 0.0);
  }

  private static ActorTruth label(String name, double x, double y) {
    return new ActorTruth(
        name,
        ObjectClass.CAR,
        "car",
        new Pose3(x, y, 0.0, 0.0, 0.0, 0.0),
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
    return track(id, x, 0.0);
  }

  private static Track track(int id, double x, double y) {
    return new Track(
        id,
        ObjectClass.CAR,
        0.9,
        new Pose2(x, y, 0.0),
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
