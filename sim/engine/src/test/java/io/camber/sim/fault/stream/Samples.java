package io.camber.sim.fault.stream;

import io.camber.bus.Topic;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Twist2;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.messages.Topics;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.scene.Detection;
import io.camber.scene.Detections;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.scene.SignalState;
import io.camber.scene.SignalStates;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.LidarSweep;
import io.camber.sensing.RadarReturn;
import io.camber.sensing.RadarReturns;
import io.camber.sensing.SignalPhase;
import io.camber.sensing.SignalPhases;
import io.camber.sensing.UltrasonicEcho;
import io.camber.sensing.WheelSpeeds;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** One message of each stream for each tenth of a second. */
final class Samples {
  static final int RINGS = 8;
  static final int COLUMNS = 200;
  private static final Size3 CAR = new Size3(4.5, 1.8, 1.5);

  /** The messages of a sound stream. */
  @FunctionalInterface
  interface Source<T> {
    T at(int i);
  }

  private Samples() {}

  static <T> Source<T> of(Topic<T> topic) {
    Source<?> source = source(topic);
    return i -> topic.type().cast(source.at(i));
  }

  private static Source<?> source(Topic<?> topic) {
    if (topic.equals(Topics.ULTRASONIC_ECHO)) {
      return i -> new UltrasonicEcho(i * 100_000_000L, "ultrasonic_front", OptionalDouble.of(2.0));
    }
    if (topic.equals(Topics.SIGNAL_PHASES)) {
      return i -> new SignalPhases(
          i * 100_000_000L,
          "v2x_roof",
          List.of(new SignalPhase("7", SignalColor.RED, OptionalDouble.of(9.0 - 0.1 * i))));
    }
    if (topic.equals(Topics.LIDAR_SWEEP)) {
      return Samples::sweep;
    }
    if (topic.equals(Topics.CAMERA_IMAGE)) {
      return Samples::image;
    }
    if (topic.equals(Topics.RADAR_RETURNS)) {
      return i -> new RadarReturns(
          timeNs(i),
          "radar_front",
          List.of(
              new RadarReturn(20, 0.0, -3, 10),
              new RadarReturn(25, 0.3, 0, 12),
              new RadarReturn(30, 0.7, 1, 5)));
    }
    if (topic.equals(Topics.GNSS)) {
      return Samples::fix;
    }
    if (topic.equals(Topics.IMU)) {
      return Samples::imu;
    }
    if (topic.equals(Topics.WHEELS)) {
      return i -> new WheelSpeeds(timeNs(i), 10, 10.1, 9.9, 10);
    }
    if (topic.equals(Topics.DETECTIONS)) {
      return i -> new Detections(timeNs(i), "lidar_top", List.of(detection(10), detection(13)));
    }
    if (topic.equals(Topics.TRACKS)) {
      return i -> new Tracks(timeNs(i), List.of(track(1, 10), track(2, 14)));
    }
    if (topic.equals(Topics.SIGNALS)) {
      return i -> new SignalStates(timeNs(i), List.of(new SignalState("4", SignalColor.RED, 0.9)));
    }
    if (topic.equals(Topics.PLAN)) {
      return Samples::plan;
    }
    if (topic.equals(Topics.CONTROL_COMMAND)) {
      return i -> new ControlCommand(timeNs(i), 0.01, -1.0, DriveMode.NOMINAL);
    }
    throw new IllegalArgumentException("no sample of " + topic.name());
  }

  static long timeNs(int i) {
    return i * 100_000_000L;
  }

  /** Rings of points at 10 m, the first one straight ahead. */
  static LidarSweep sweep(int i) {
    ByteBuffer points = ByteBuffer.allocate(RINGS * COLUMNS * LidarSweep.POINT_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN);
    for (int ring = 0; ring < RINGS; ring++) {
      for (int column = 0; column < COLUMNS; column++) {
        double azimuth = 2.0 * Math.PI * column / COLUMNS;
        LidarSweep.put(
            points,
            (float) (10 * StrictMath.cos(azimuth)),
            (float) (10 * StrictMath.sin(azimuth)),
            0.0f,
            column,
            ring,
            20);
      }
    }
    return new LidarSweep("lidar_top", timeNs(i) - 100, timeNs(i), points.flip());
  }

  /** Grey that grows lighter downwards, with a white column in the middle. */
  static CameraImage image(int i) {
    int width = 64;
    int height = 36;
    ByteBuffer pixels = ByteBuffer.allocate(width * height * 3);
    for (int at = 0; at < width * height; at++) {
      byte grey = (byte) (at % width == width / 2 ? 255 : 150 + at / width);
      pixels.put(grey).put(grey).put(grey);
    }
    return new CameraImage("camera_front", timeNs(i), width, height, pixels.flip());
  }

  static int whiteColumn(CameraImage image) {
    for (int column = 0; column < image.width(); column++) {
      if ((image.rgb(column, image.height() / 2) & 0xff) > 240) {
        return column;
      }
    }
    return -1;
  }

  static double darkShare(CameraImage image) {
    int dark = 0;
    for (int row = 0; row < image.height(); row++) {
      for (int column = 0; column < image.width(); column++) {
        dark += (image.rgb(column, row) & 0xff) < 105 ? 1 : 0;
      }
    }
    return (double) dark / (image.width() * image.height());
  }

  static CameraCalibration calibration() {
    return new CameraCalibration(
        "camera_front", new Pose3(0, 0, 0, 0, 0, 0), 64, 36, 64, 64, 32, 18, 0, 0);
  }

  static GnssFix fix(int i) {
    return new GnssFix(timeNs(i), new Vec3(i, 2, 0), new Vec2(10, 0), 0.0, 0.03, 0.03, 0.002);
  }

  static ImuSample imu(int i) {
    return new ImuSample(timeNs(i), new Vec3(0.1, 0, 9.81), new Vec3(0, 0, 0.05));
  }

  private static Detection detection(double x) {
    return new Detection(ObjectClass.CAR, new Pose2(x, 1, 0), 0, CAR, 0.9, 0.9, 40, 0);
  }

  private static Track track(int id, double x) {
    return new Track(
        id,
        ObjectClass.CAR,
        0.9,
        new Pose2(x, 1, 0),
        0,
        CAR,
        new Vec2(3, 0),
        0,
        0,
        0.99,
        0.1,
        0.1,
        1,
        0);
  }

  /** The ego 5 m along the x axis. */
  static EgoPose pose() {
    return new EgoPose(
        0,
        new Pose3(5, 0, 0, 0, 0, 0),
        new Twist2(10, 0, 0),
        0,
        0.1,
        0.1,
        0.01,
        0,
        1,
        PoseStatus.TRACKING);
  }

  static Plan plan(int i) {
    List<TrajectoryPoint> points = new ArrayList<>();
    for (int k = 0; k < 20; k++) {
      points.add(new TrajectoryPoint(timeNs(i) + k * 100_000_000L, k, 0.0, 0.0, 0.0, 10.0, 0.0));
    }
    Trajectory line = new Trajectory(points);
    return new Plan(timeNs(i), line, line, List.of(), List.of());
  }
}
