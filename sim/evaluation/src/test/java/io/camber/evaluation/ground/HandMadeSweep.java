package io.camber.evaluation.ground;

import io.camber.evaluation.accuracy.TruthHistory;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.LidarLabels;
import io.camber.truth.PointClass;
import io.camber.truth.TruthFrame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** A sweep whose points are put one by one, in {@code base_link}, by a sensor 2 m above the rear axle. */
final class HandMadeSweep {
  static final long TIME_NS = 1_000_000_000L;
  static final double SENSOR_Z = 2.0;
  static final LidarCalibration CALIBRATION = new LidarCalibration(
      "lidar_top", new Pose3(0, 0, SENSOR_Z, 0, 0, 0), 64, 1024, 120.0, 100_000_000L);

  private final List<float[]> points = new ArrayList<>();
  private final List<PointClass> classes = new ArrayList<>();
  private final List<Integer> actors = new ArrayList<>();

  HandMadeSweep put(PointClass hit, double x, double y, double z) {
    return put(hit, 0, x, y, z);
  }

  HandMadeSweep put(PointClass hit, int actor, double x, double y, double z) {
    points.add(new float[] {(float) x, (float) y, (float) (z - SENSOR_Z)});
    classes.add(hit);
    actors.add(actor);
    return this;
  }

  /** Ground every half metre of range up to one, in the middle of every degree. */
  HandMadeSweep road(double fromM, double toM) {
    for (int degree = 0; degree < 360; degree++) {
      double azimuth = Math.toRadians(degree + 0.5) - Math.PI;
      for (double range = fromM; range <= toM; range += 0.5) {
        put(PointClass.ROAD, range * Math.cos(azimuth), range * Math.sin(azimuth), 0.0);
      }
    }
    return this;
  }

  int size() {
    return points.size();
  }

  LidarSweep sweep() {
    return sweep(TIME_NS);
  }

  LidarSweep sweep(long timeNs) {
    ByteBuffer bytes =
        ByteBuffer.allocate(points.size() * LidarSweep.POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float[] point : points) {
      LidarSweep.put(bytes, point[0], point[1], point[2], 50_000_000, 0, 50);
    }
    bytes.flip();
    return new LidarSweep("lidar_top", timeNs - 100_000_000L, timeNs, bytes);
  }

  LidarLabels labels() {
    return labels(TIME_NS);
  }

  LidarLabels labels(long timeNs) {
    ByteBuffer planes =
        ByteBuffer.allocate(points.size() * LidarLabels.POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    classes.forEach(each -> planes.put((byte) each.number()));
    actors.forEach(each -> planes.putShort(each.shortValue()));
    planes.flip();
    return new LidarLabels("lidar_top", timeNs, List.of("Other"), planes);
  }

  /** The last 110 ms with an ego that drives ahead at a speed and is at the origin in the end. */
  static TruthHistory truth(double speedMps, ActorTruth... others) {
    TruthHistory truth = new TruthHistory();
    for (long t = TIME_NS - 110_000_000L; t <= TIME_NS; t += 10_000_000L) {
      List<ActorTruth> actors = new ArrayList<>(List.of(others));
      actors.add(actor("Ego", (t - TIME_NS) * 1e-9 * speedMps, 0.0, new Size3(4.5, 1.8, 1.5)));
      truth.add(new TruthFrame(t, "Ego", true, actors, List.of()));
    }
    return truth;
  }

  /** An ego that stands at the origin for so long, driven by the stack or not. */
  static TruthHistory standing(long endNs, boolean engaged) {
    TruthHistory truth = new TruthHistory();
    for (long t = TIME_NS - 110_000_000L; t <= endNs; t += 10_000_000L) {
      ActorTruth ego = actor("Ego", 0.0, 0.0, new Size3(4.5, 1.8, 1.5));
      truth.add(new TruthFrame(t, "Ego", engaged, List.of(ego), List.of()));
    }
    return truth;
  }

  static ActorTruth actor(String name, double x, double y, Size3 size) {
    return new ActorTruth(
        name,
        ObjectClass.CAR,
        "car",
        new Pose3(x, y, 0, 0, 0, 0),
        size,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        ActorLights.OFF);
  }
}
