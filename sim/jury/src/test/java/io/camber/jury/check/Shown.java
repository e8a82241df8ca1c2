package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Twist2;
import io.camber.geometry.Vec2;
import io.camber.messages.Topics;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.scene.Futures;
import io.camber.scene.ObjectClass;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.Track;
import io.camber.scene.TrackFuture;
import io.camber.scene.Tracks;
import io.camber.sensing.LidarSweep;
import io.camber.vehicle.VehicleReport;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** Messages as the nodes of a drive send them, and checks that are shown a series of them. */
final class Shown {
  static final long TENTH_NS = 100_000_000L;
  static final Size3 CAR = new Size3(4.5, 1.8, 1.5);

  private Shown() {}

  static List<Alarm> poses(IntFunction<Double> x) {
    PoseCheck check = new PoseCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      long now = i * 10_000_000L;
      check.onMessage(
          envelope(Topics.VEHICLE_REPORT.name(), now),
          new VehicleReport(now, 10.0, 0.0, 0.0, true),
          alarms::add);
      check.onMessage(
          envelope(Topics.EGO_POSE.name(), now), pose(now, x.apply(i), 0.0, 10.0), alarms::add);
    }
    return alarms;
  }

  static List<Alarm> tracks(Check check, IntFunction<List<Track>> tracks, int messages) {
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      Tracks value = new Tracks(i * TENTH_NS, tracks.apply(i));
      check.onMessage(envelope(Topics.TRACKS.name(), i * TENTH_NS), value, alarms::add);
    }
    return alarms;
  }

  static Track car(int id, double x, double y, double speedMps) {
    return track(id, ObjectClass.CAR, CAR, x, y, speedMps, 0.0);
  }

  static Track track(
      int id,
      ObjectClass objectClass,
      Size3 size,
      double x,
      double y,
      double speed,
      double course) {
    return new Track(
        id,
        objectClass,
        0.9,
        new Pose2(x, y, 0.0),
        0.0,
        size,
        new Vec2(speed * StrictMath.cos(course), speed * StrictMath.sin(course)),
        0.0,
        0.0,
        1.0,
        0.1,
        0.1,
        1_000_000_000L,
        0);
  }

  static EgoPose pose(long timeNs, double x, double y, double speedMps) {
    return new EgoPose(
        timeNs,
        Pose3.of(new Pose2(x, y, 0.0)),
        new Twist2(speedMps, 0.0, 0.0),
        0.0,
        0.1,
        0.1,
        0.01,
        0.0,
        1.0,
        PoseStatus.TRACKING);
  }

  static Futures futures(long timeNs, int id, double x, double speedMps) {
    List<PredictedPoint> points = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      points.add(new PredictedPoint(0.5 * i, x + 0.5 * i * speedMps, 0.0, 0.0, speedMps, 0.5));
    }
    return new Futures(
        timeNs, List.of(new TrackFuture(id, List.of(new PredictedPath("lane", 1.0, points)))));
  }

  static Plan plan(long timeNs, double x, double y) {
    List<TrajectoryPoint> points = new ArrayList<>();
    for (int i = 0; i <= 50; i++) {
      points.add(new TrajectoryPoint(timeNs + i * TENTH_NS, x + i, y, 0.0, 0.0, 10.0, 0.0));
    }
    return new Plan(timeNs, new Trajectory(points), Trajectory.EMPTY, List.of(), List.of());
  }

  static String topicOf(Object value) {
    return Topics.all().stream()
        .filter(topic -> topic.type().isInstance(value))
        .findFirst()
        .orElseThrow()
        .name();
  }

  static Envelope envelope(String topic, long timeNs) {
    return new Envelope(topic, "node", 0, timeNs, timeNs, Origins.NONE);
  }

  /** A point every half degree, 10 m away, where a direction has any. */
  static LidarSweep sweep(String sensor, long timeNs, IntPredicate degrees, int intensity) {
    ByteBuffer points =
        ByteBuffer.allocate(720 * LidarSweep.POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 720; i++) {
      if (degrees.test(i / 2)) {
        double azimuth = Math.toRadians(0.5 * i + 0.01);
        float x = (float) (10.0 * StrictMath.cos(azimuth));
        float y = (float) (10.0 * StrictMath.sin(azimuth));
        LidarSweep.put(points, x, y, 0.0f, 0, 0, intensity);
      }
    }
    points.flip();
    return new LidarSweep(sensor, timeNs, timeNs, points);
  }
}
