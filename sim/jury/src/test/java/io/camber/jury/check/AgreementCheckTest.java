package io.camber.jury.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.geometry.ImageBox;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Twist2;
import io.camber.geometry.Vec2;
import io.camber.messages.SensorTopics;
import io.camber.messages.Topics;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.scene.ImageDetection;
import io.camber.scene.ImageDetections;
import io.camber.scene.ObjectClass;
import io.camber.scene.RoadUserKind;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A car stands still before walls, cars and people that lidar and camera see or do not see. */
final class AgreementCheckTest {
  private static final long TENTH_NS = 100_000_000L;
  private static final Size3 CAR = new Size3(4.5, 1.8, 1.5);
  private static final double FOCAL = 450.0;
  private static final CameraCalibration CAMERA = new CameraCalibration(
      "camera_front",
      new Pose3(1.75, 0.0, 1.3, 0.0, 0.0, 0.0),
      640,
      360,
      FOCAL,
      FOCAL,
      320.0,
      180.0,
      0.0,
      0.0);

  /** Nobody asks it, though the rig lists it first. */
  private static final CameraCalibration LEFT = new CameraCalibration(
      "camera_left",
      new Pose3(1.75, 0.0, 1.3, Math.PI / 2.0, 0.0, 0.0),
      640,
      360,
      FOCAL,
      FOCAL,
      320.0,
      180.0,
      0.0,
      0.0);

  @Test
  void whatBothSeeIsNoAlarm() {
    Track car = car(1, 15.0, 2.0);

    assertThat(alarms(List.of(car), List.of(seen(car, 0.0)), Optional.empty(), 60))
        .isEmpty();
  }

  @Test
  void aTrackThatTheCameraDoesNotSeeIsRaisedOnceAfterASecond() {
    Track real = car(1, 15.0, 2.5);
    Track ghost = car(2, 17.0, -2.5);

    List<Alarm> alarms =
        alarms(List.of(real, ghost), List.of(seen(real, 0.0)), Optional.empty(), 30);

    assertThat(alarms).extracting(Alarm::subject).containsExactly("track 2");
    assertThat(alarms.get(0).timeNs()).isEqualTo(9 * TENTH_NS);
    assertThat(alarms.get(0).severity()).isEqualTo(1.0);
  }

  @Test
  void aBlindCameraAccusesNobody() {
    List<Track> cars = List.of(car(1, 15.0, 2.5), car(2, 17.0, -2.5), car(3, 25.0, 4.5));

    assertThat(alarms(cars, List.of(), Optional.empty(), 60)).isEmpty();
  }

  @Test
  void nineMissesInARowAreNotRaised() {
    Track real = car(1, 15.0, 2.5);
    Track other = car(2, 17.0, -2.5);

    assertThat(alarms(List.of(real, other), List.of(seen(real, 0.0)), Optional.empty(), 9))
        .isEmpty();
  }

  @Test
  void whoIsHiddenOrNearTheEdgeNeedNotBeSeen() {
    Track near = car(1, 12.0, 0.0);
    Track behind = car(2, 22.0, 0.3);
    Track edge = car(3, 9.0, 5.4);

    assertThat(alarms(List.of(near, behind, edge), List.of(seen(near, 0.0)), Optional.empty(), 30))
        .isEmpty();
  }

  @Test
  void aTurnedLidarShowsAsABearing() {
    Track car = car(1, 15.0, 2.0);
    double turn = Math.toRadians(2.0);

    List<Alarm> alarms = alarms(List.of(car), List.of(seen(car, turn)), Optional.empty(), 60);

    assertThat(alarms).isNotEmpty().extracting(Alarm::kind).containsOnly("bearing");
    assertThat(alarms.get(0).detail()).contains("2.0 degrees to the left");
  }

  @Test
  void aBodyInPointsAndImageWithoutATrackIsRaised() {
    Track unseen = car(9, 16.0, -2.0);

    List<Alarm> alarms =
        alarms(List.of(), List.of(seen(unseen, 0.0)), Optional.of(sweep(13.75, -2.0)), 30);

    assertThat(alarms).extracting(Alarm::subject).containsExactly("vehicle at 13.8 -1.8");
    assertThat(alarms(List.of(), List.of(seen(unseen, 0.0)), Optional.empty(), 30))
        .isEmpty();
    // a wall far behind the rectangle's foot is not the body
    assertThat(alarms(List.of(), List.of(seen(unseen, 0.0)), Optional.of(sweep(28.0, -4.4)), 30))
        .isEmpty();
  }

  private static List<Alarm> alarms(
      List<Track> tracks, List<ImageDetection> found, Optional<LidarSweep> sweep, int images) {
    AgreementCheck check = new AgreementCheck();
    List<Alarm> alarms = new ArrayList<>();
    List<Object> values = new ArrayList<>(List.of(
        LEFT,
        CAMERA,
        new LidarCalibration("lidar_top", Pose3.IDENTITY, 64, 1024, 120.0, TENTH_NS)));
    for (int i = 0; i < images; i++) {
      long now = i * TENTH_NS;
      values.add(pose(now));
      values.add(new Tracks(now, tracks));
      sweep.ifPresent(one -> values.add(new LidarSweep("lidar_top", now, now, one.packed())));
      values.add(new ImageDetections(now, "camera_front", found));
    }
    for (Object value : values) {
      check.onMessage(envelope(topic(value)), value, alarms::add);
    }
    return alarms;
  }

  /** The rectangle of a track in the image, seen by a camera that is turned to the left by an angle. */
  private static ImageDetection seen(Track track, double turn) {
    Pose3 box =
        new Pose3(track.center().x(), track.center().y(), 0.75, track.center().yaw(), 0.0, 0.0);
    ImageBox place = CAMERA
        .project(CAMERA.baseFromCamera().inverse().times(box), track.size())
        .orElseThrow();
    double shift = FOCAL * turn;
    return new ImageDetection(
        RoadUserKind.VEHICLE,
        new ImageBox(place.left() + shift, place.top(), place.right() + shift, place.bottom()),
        0.95);
  }

  /** A wall of 2 m across and 0.4 to 1.4 m high. */
  private static LidarSweep sweep(double x, double y) {
    ByteBuffer points =
        ByteBuffer.allocate(LidarSweep.POINT_BYTES * 100).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 100; i++) {
      int row = i / 10;
      LidarSweep.put(
          points,
          (float) x,
          (float) (y - 1.0 + 0.2 * (i % 10) + 0.1),
          0.4f + 0.1f * row,
          0,
          i / 10,
          20);
    }
    points.flip();
    return new LidarSweep("lidar_top", 0, 0, points);
  }

  private static EgoPose pose(long timeNs) {
    return new EgoPose(
        timeNs,
        Pose3.IDENTITY,
        new Twist2(0.0, 0.0, 0.0),
        0.0,
        0.1,
        0.1,
        0.01,
        0.0,
        1.0,
        PoseStatus.TRACKING);
  }

  private static Track car(int id, double x, double y) {
    return new Track(
        id,
        ObjectClass.CAR,
        0.9,
        new Pose2(x, y, 0.0),
        0.0,
        CAR,
        new Vec2(0.0, 0.0),
        0.0,
        0.0,
        0.99,
        0.1,
        0.1,
        5_000_000_000L,
        0L);
  }

  private static Envelope envelope(String topic) {
    return new Envelope(topic, "node", 0, 0, 0, Origins.NONE);
  }

  private static String topic(Object value) {
    if (value instanceof CameraCalibration camera) {
      return SensorTopics.cameraCalibration(camera.sensorId()).name();
    }
    if (value instanceof LidarCalibration) {
      return Topics.LIDAR_CALIBRATION.name();
    }
    return value instanceof LidarSweep ? Topics.LIDAR_SWEEP.name() : "/any";
  }
}
