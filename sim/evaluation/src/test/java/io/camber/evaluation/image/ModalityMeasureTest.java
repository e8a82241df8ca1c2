package io.camber.evaluation.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.accuracy.TruthHistory;
import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.geometry.ImageBox;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.scene.Detection;
import io.camber.scene.Detections;
import io.camber.scene.ImageDetection;
import io.camber.scene.ImageDetections;
import io.camber.scene.ObjectClass;
import io.camber.scene.RoadUserKind;
import io.camber.scene.SignalColor;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.sensing.CameraCalibration;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two cars ahead: the lidar finds one, the camera the other, the tracks both. */
final class ModalityMeasureTest {
  private static final CameraCalibration CAMERA = new CameraCalibration(
      "camera_front",
      new Pose3(1.75, 0.0, 1.5, 0.0, 0.0, 0.0),
      640,
      360,
      400.0,
      400.0,
      320.0,
      180.0,
      0.0,
      0.0);
  private static final double Y = TestDrive.LANE_Y;

  @Test
  void eachModalityIsHeldAgainstTheSameActors() {
    ActorTruth ego = TestDrive.car("Ego", 0.0, Y, 0.0, 0.0);
    ActorTruth left = TestDrive.car("left", 20.0, Y + 4.0, 0.0, 0.0);
    ActorTruth right = TestDrive.car("right", 20.0, Y - 4.0, 0.0, 0.0);
    ActorTruth behind = TestDrive.car("behind", -20.0, Y, 0.0, 0.0);
    TruthFrame frame = TestDrive.frame(0, SignalColor.GREEN, ego, left, right, behind);
    TruthHistory truth = new TruthHistory();
    truth.add(frame);
    ModalityMeasure measure = new ModalityMeasure();
    measure.update(CAMERA);

    measure.update(new Detections(0, "lidar_top", List.of(detection(left, ego))), truth);
    measure.update(new Tracks(0, List.of(track(1, left), track(2, right))), truth);
    ImageBox seen = box(right, ego);
    measure.update(
        new ImageDetections(
            0, "camera_front", List.of(new ImageDetection(RoadUserKind.VEHICLE, seen, 0.9))),
        truth);

    Findings findings = new Findings();
    measure.report(findings);
    assertThat(value(findings, "modality.recall.lidar")).hasValue(0.5);
    assertThat(value(findings, "modality.recall.camera")).hasValue(0.5);
    assertThat(value(findings, "modality.recall.either")).hasValue(1.0);
    assertThat(value(findings, "modality.recall.tracks")).hasValue(1.0);
    assertThat(value(findings, "modality.complementarity")).hasValue(0.5);
    assertThat(value(findings, "modality.precision.camera")).hasValue(1.0);
    // the rectangle stands on the ground below the nearest corner
    assertThat(value(findings, "modality.cameraRangeError.p50").orElseThrow())
        .isCloseTo(0.0, within(1e-6));
  }

  @Test
  void aClaimWhereNobodyIsCostsPrecision() {
    ActorTruth ego = TestDrive.car("Ego", 0.0, Y, 0.0, 0.0);
    ActorTruth left = TestDrive.car("left", 20.0, Y + 4.0, 0.0, 0.0);
    TruthHistory truth = new TruthHistory();
    truth.add(TestDrive.frame(0, SignalColor.GREEN, ego, left));
    ModalityMeasure measure = new ModalityMeasure();
    measure.update(CAMERA);
    ActorTruth nobody = TestDrive.car("nobody", 25.0, Y - 4.0, 0.0, 0.0);

    measure.update(
        new Detections(0, "lidar_top", List.of(detection(left, ego), detection(nobody, ego))),
        truth);
    measure.update(new Tracks(0, List.of()), truth);
    measure.update(new ImageDetections(0, "camera_front", List.of()), truth);

    Findings findings = new Findings();
    measure.report(findings);
    assertThat(value(findings, "modality.precision.lidar")).hasValue(0.5);
    assertThat(value(findings, "modality.recall.tracks")).hasValue(0.0);
    assertThat(value(findings, "modality.complementarity")).hasValue(-1.0);
  }

  @Test
  void twoPeopleSideBySideAreFoundByTwoClaims() {
    ActorTruth ego = TestDrive.car("Ego", 0.0, Y, 0.0, 0.0);
    ActorTruth first = walker("first", 15.0, Y);
    ActorTruth second = walker("second", 15.0, Y + 1.0);
    TruthHistory truth = new TruthHistory();
    truth.add(TestDrive.frame(0, SignalColor.GREEN, ego, first, second));
    ModalityMeasure measure = new ModalityMeasure();
    measure.update(CAMERA);

    measure.update(
        new Detections(0, "lidar_top", List.of(detection(second, ego), detection(first, ego))),
        truth);
    measure.update(new Tracks(0, List.of(track(1, second), track(2, second))), truth);
    measure.update(
        new ImageDetections(
            0,
            "camera_front",
            List.of(
                new ImageDetection(RoadUserKind.PERSON, box(second, ego), 0.9),
                new ImageDetection(RoadUserKind.PERSON, box(second, ego), 0.8))),
        truth);

    Findings findings = new Findings();
    measure.report(findings);
    assertThat(value(findings, "modality.recall.lidar")).hasValue(1.0);
    assertThat(value(findings, "modality.precision.lidar")).hasValue(1.0);
    // the second track of one is that of the other, who is within 2 m
    assertThat(value(findings, "modality.recall.tracks")).hasValue(1.0);
    // who is seen twice is one right and one wrong claim
    assertThat(value(findings, "modality.recall.camera")).hasValue(0.5);
    assertThat(value(findings, "modality.precision.camera")).hasValue(0.5);
  }

  @Test
  void whoIsHalfInTheImageMayBeClaimed() {
    ActorTruth ego = TestDrive.car("Ego", 0.0, Y, 0.0, 0.0);
    ActorTruth whole = TestDrive.car("whole", 20.0, Y, 0.0, 0.0);
    // the image ends 6.9 m beside the camera where the middle of the car is
    ActorTruth cut = TestDrive.car("cut", 9.0, Y + 6.5, 0.0, 0.0);
    ImageBox uncut = box(cut, ego);
    ImageBox seen = uncut.within(CAMERA.width(), CAMERA.height()).orElseThrow();
    assertThat(seen.overlap(uncut)).isLessThan(0.5);
    TruthHistory truth = new TruthHistory();
    truth.add(TestDrive.frame(0, SignalColor.GREEN, ego, whole, cut));
    double middle = seen.middleColumn();
    ImageBox half = new ImageBox(seen.left(), seen.top(), middle, seen.bottom());
    ImageBox nowhere = new ImageBox(500.0, 100.0, 600.0, 200.0);

    assertThat(precision(truth, box(whole, ego), seen)).hasValue(1.0);
    assertThat(precision(truth, box(whole, ego), half)).hasValue(1.0);
    assertThat(precision(truth, box(whole, ego), nowhere)).hasValue(0.5);
  }

  @Test
  void whoReachesBesideTheCameraMayBeClaimed() {
    ActorTruth ego = TestDrive.car("Ego", 0.0, Y, 0.0, 0.0);
    ActorTruth whole = TestDrive.car("whole", 20.0, Y, 0.0, 0.0);
    // its front is 4.5 m before the camera, its tail behind it, 1.1 m to the right
    ActorTruth passing = TestDrive.car("passing", 2.5, Y - 2.0, 0.0, 0.0);
    TruthHistory truth = new TruthHistory();
    truth.add(TestDrive.frame(0, SignalColor.GREEN, ego, whole, passing));
    double front = 320.0 + 400.0 * 1.07 / 4.5;
    ImageBox seen = new ImageBox(front, 180.0, 640.0, 360.0);
    ImageBox otherSide = new ImageBox(0.0, 180.0, 640.0 - front, 360.0);

    assertThat(precision(truth, box(whole, ego), seen)).hasValue(1.0);
    assertThat(precision(truth, box(whole, ego), otherSide)).hasValue(0.5);
  }

  private static OptionalDouble precision(TruthHistory truth, ImageBox... claims) {
    ModalityMeasure measure = new ModalityMeasure();
    measure.update(CAMERA);
    measure.update(new Detections(0, "lidar_top", List.of()), truth);
    measure.update(new Tracks(0, List.of()), truth);
    List<ImageDetection> detections = Stream.of(claims)
        .map(claim -> new ImageDetection(RoadUserKind.VEHICLE, claim, 0.9))
        .toList();
    measure.update(new ImageDetections(0, "camera_front", detections), truth);

    Findings findings = new Findings();
    measure.report(findings);
    return value(findings, "modality.precision.camera");
  }

  private static ActorTruth walker(String name, double x, double y) {
    return TestDrive.actor(name, ObjectClass.PEDESTRIAN, x, y, 0.0, 0.0, 0.0);
  }

  private static ImageBox box(ActorTruth actor, ActorTruth ego) {
    Pose2 center = actor.footprint().center();
    Pose3 box =
        new Pose3(center.x(), center.y(), 0.5 * actor.size().heightM(), center.yaw(), 0.0, 0.0);
    Pose3 camera = ego.mapFromReference().times(CAMERA.baseFromCamera());
    return CAMERA.project(camera.inverse().times(box), actor.size()).orElseThrow();
  }

  @Test
  void aDoubtfulDetectionIsNeitherAClaimNorAFind() {
    ActorTruth ego = TestDrive.car("Ego", 0.0, Y, 0.0, 0.0);
    ActorTruth left = TestDrive.car("left", 20.0, Y + 4.0, 0.0, 0.0);
    ActorTruth right = TestDrive.car("right", 20.0, Y - 4.0, 0.0, 0.0);
    ActorTruth nobody = TestDrive.car("nobody", 30.0, Y, 0.0, 0.0);
    TruthHistory truth = new TruthHistory();
    truth.add(TestDrive.frame(0, SignalColor.GREEN, ego, left, right));
    ModalityMeasure measure = new ModalityMeasure();
    measure.update(CAMERA);

    measure.update(
        new Detections(
            0,
            "lidar_top",
            List.of(
                detection(left, ego), detection(right, ego, 0.19), detection(nobody, ego, 0.19))),
        truth);
    measure.update(new Tracks(0, List.of()), truth);
    measure.update(new ImageDetections(0, "camera_front", List.of()), truth);

    Findings findings = new Findings();
    measure.report(findings);
    assertThat(value(findings, "modality.precision.lidar")).hasValue(1.0);
    assertThat(value(findings, "modality.recall.lidar")).hasValue(0.5);
    assertThat(value(findings, "modality.recall.lidarDoubtful")).hasValue(1.0);
  }

  @Test
  void tracksOfDoubtfulDetectionsAddNothingToTheLidarThatHadThem() {
    ActorTruth ego = TestDrive.car("Ego", 0.0, Y, 0.0, 0.0);
    ActorTruth left = TestDrive.car("left", 20.0, Y + 4.0, 0.0, 0.0);
    TruthHistory truth = new TruthHistory();
    truth.add(TestDrive.frame(0, SignalColor.GREEN, ego, left));
    ModalityMeasure measure = new ModalityMeasure();
    measure.update(CAMERA);

    measure.update(new Detections(0, "lidar_top", List.of(detection(left, ego, 0.15))), truth);
    measure.update(new Tracks(0, List.of(track(1, left))), truth);
    measure.update(new ImageDetections(0, "camera_front", List.of()), truth);

    Findings findings = new Findings();
    measure.report(findings);
    assertThat(value(findings, "modality.recall.lidar")).hasValue(0.0);
    assertThat(value(findings, "modality.recall.tracks")).hasValue(1.0);
    assertThat(value(findings, "modality.complementarity")).hasValue(0.0);
  }

  private static Detection detection(ActorTruth actor, ActorTruth ego) {
    return detection(actor, ego, 0.9);
  }

  private static Detection detection(ActorTruth actor, ActorTruth ego, double score) {
    Vec2 at =
        ego.mapFromReference().toPose2().applyInverse(actor.footprint().center().position());
    return new Detection(
        ObjectClass.CAR, new Pose2(at.x(), at.y(), 0.0), 0.0, actor.size(), score, 0.9, 100, 0);
  }

  private static Track track(int id, ActorTruth actor) {
    Size3 size = actor.size();
    return new Track(
        id,
        ObjectClass.CAR,
        0.9,
        actor.footprint().center(),
        0.0,
        size,
        new Vec2(0.0, 0.0),
        0.0,
        0.0,
        0.99,
        0.1,
        0.1,
        5_000_000_000L,
        0L);
  }

  private static OptionalDouble value(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .map(Metric::value)
        .orElseThrow();
  }
}
