package io.camber.drives.comma;

import io.camber.drives.numpy.NumpyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A segment of a car that goes straight and level at a constant speed, in closed form: the chord that leaves a place of the
 * Earth in one direction. The device looks a little aside and down of where the car goes.
 */
final class SyntheticSegment {
  static final String ROUTE = "b0c9d2329ad1606b|2018-08-02--08-34-47";
  static final double SPEED_MPS = 20.0;

  /** From east, counter-clockwise. */
  static final double YAW = Math.toRadians(60.0);

  static final double DEVICE_YAW = Math.toRadians(1.0);

  /** Nose down. */
  static final double DEVICE_PITCH = Math.toRadians(4.0);

  static final double START_S = 100.0;
  static final int FRAMES = 100;
  static final double GRAVITY_MPS2 = 9.81;
  private static final double A = 6378137.0;
  private static final double F = 1.0 / 298.257223563;
  private static final double E2 = F * (2.0 - F);
  private static final double LATITUDE = Math.toRadians(37.721);
  private static final double LONGITUDE = Math.toRadians(-122.472);
  private static final double HEIGHT_M = 31.0;

  private SyntheticSegment() {}

  /** Writes all that a segment has but the compressed files. */
  static Path write(Path folder) throws IOException {
    writeMotion(folder.resolve("processed_log"));
    writeGnss(folder.resolve("processed_log/GNSS/live_gnss_ublox"));
    writeRadar(folder.resolve("processed_log/CAN/radar"));
    writePoses(folder.resolve("global_pose"));
    return folder;
  }

  private static double[][] rows(int count, Row row) {
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = row.at(i);
    }
    return rows;
  }

  private interface Row {
    double[] at(int i);
  }

  static void series(Path kind, double periodS, double[][] values) throws IOException {
    NumpyFile.write(kind.resolve("t"), rows(values.length, i ->
        new double[] {START_S + periodS * i}));
    NumpyFile.write(kind.resolve("value"), values);
  }

  private static void writeMotion(Path logs) throws IOException {
    // the way up in the device's axes: down its own pitch, then mirrored into ahead, right, down
    double[] force = {
      -GRAVITY_MPS2 * Math.sin(DEVICE_PITCH), 0.0, -GRAVITY_MPS2 * Math.cos(DEVICE_PITCH)
    };
    series(logs.resolve("IMU/accelerometer"), 0.01, rows(500, i -> force));
    series(logs.resolve("IMU/gyro"), 0.01, rows(500, i -> new double[3]));
    series(logs.resolve("IMU/gyro_uncalibrated"), 0.01, rows(500, i ->
        new double[] {0.01, -0.02, 0.03}));
    series(logs.resolve("IMU/gyro_bias"), 0.01, rows(500, i -> new double[] {0.01, -0.02, 0.03}));
    series(logs.resolve("CAN/speed"), 0.0125, rows(400, i -> new double[] {SPEED_MPS}));
    series(logs.resolve("CAN/wheel_speed"), 0.0125, rows(400, i ->
        new double[] {20.1, 20.2, 19.9, 20.1}));
    series(logs.resolve("CAN/steering_angle"), 0.0125, rows(400, i -> new double[] {3.0}));
  }

  private static void writeGnss(Path receiver) throws IOException {
    series(receiver, 0.1, rows(50, i -> {
      double[] globe = globe(earth(0.1 * i));
      return new double[] {
        Math.toDegrees(globe[0]),
        Math.toDegrees(globe[1]),
        SPEED_MPS,
        1.53323e12 + 100.0 * i,
        globe[2],
        // a straight way meets meridians that lean towards each other
        90.0 - Math.toDegrees(YAW - (globe[1] - LONGITUDE) * Math.sin(LATITUDE))
      };
    }));
  }

  /** Two objects a cycle, 3 ms apart. */
  private static void writeRadar(Path radar) throws IOException {
    NumpyFile.write(radar.resolve("t"), rows(80, i -> {
      int cycle = i / 2;
      return new double[] {START_S + 0.05 * cycle + 0.003 * (i % 2)};
    }));
    NumpyFile.write(
        radar.resolve("value"),
        rows(
            80,
            i -> i % 2 == 0
                ? new double[] {40.0, 3.0, -2.5, Double.NaN, Double.NaN, 528.0, 0.0}
                : new double[] {12.0, -1.6, 0.5, Double.NaN, Double.NaN, 529.0, 1.0}));
  }

  private static void writePoses(Path poses) throws IOException {
    NumpyFile.write(poses.resolve("frame_times"), rows(FRAMES, i ->
        new double[] {START_S + 0.05 * i}));
    NumpyFile.write(poses.resolve("frame_positions"), rows(FRAMES, i -> earth(0.05 * i)));
    NumpyFile.write(poses.resolve("frame_velocities"), rows(FRAMES, i -> velocity()));
    NumpyFile.write(poses.resolve("frame_orientations"), rows(FRAMES, i -> orientation()));
    NumpyFile.write(poses.resolve("frame_gps_times"), rows(FRAMES, i ->
        new double[] {2012.0, 0.05 * i}));
  }

  /** Where the camera is after some seconds, in the Earth's frame. */
  static double[] earth(double seconds) {
    double n = A / Math.sqrt(1.0 - E2 * Math.sin(LATITUDE) * Math.sin(LATITUDE));
    double[] velocity = velocity();
    return new double[] {
      (n + HEIGHT_M) * Math.cos(LATITUDE) * Math.cos(LONGITUDE) + seconds * velocity[0],
      (n + HEIGHT_M) * Math.cos(LATITUDE) * Math.sin(LONGITUDE) + seconds * velocity[1],
      (n * (1.0 - E2) + HEIGHT_M) * Math.sin(LATITUDE) + seconds * velocity[2]
    };
  }

  private static double[] velocity() {
    double east = SPEED_MPS * Math.cos(YAW);
    double north = SPEED_MPS * Math.sin(YAW);
    return new double[] {
      -Math.sin(LONGITUDE) * east - Math.sin(LATITUDE) * Math.cos(LONGITUDE) * north,
      Math.cos(LONGITUDE) * east - Math.sin(LATITUDE) * Math.sin(LONGITUDE) * north,
      Math.cos(LATITUDE) * north
    };
  }

  /** Latitude, longitude and height by fixed-point iteration. */
  private static double[] globe(double[] p) {
    double r = Math.hypot(p[0], p[1]);
    double latitude = Math.atan2(p[2], r * (1.0 - E2));
    double height = 0.0;
    for (int i = 0; i < 20; i++) {
      double n = A / Math.sqrt(1.0 - E2 * Math.sin(latitude) * Math.sin(latitude));
      height = r / Math.cos(latitude) - n;
      latitude = Math.atan2(p[2], r * (1.0 - E2 * n / (n + height)));
    }
    return new double[] {latitude, Math.atan2(p[1], p[0]), height};
  }

  /** Product of turns about single axes: to east, to the local vertical, to the car, to the device, over onto its back. */
  static double[] orientation() {
    double[] q = about(2, LONGITUDE + 0.5 * Math.PI);
    q = times(q, about(0, 0.5 * Math.PI - LATITUDE));
    q = times(q, about(2, YAW));
    q = times(q, about(2, DEVICE_YAW));
    q = times(q, about(1, DEVICE_PITCH));
    return times(q, about(0, Math.PI));
  }

  private static double[] about(int axis, double angle) {
    double[] q = {Math.cos(0.5 * angle), 0.0, 0.0, 0.0};
    q[1 + axis] = Math.sin(0.5 * angle);
    return q;
  }

  private static double[] times(double[] a, double[] b) {
    return new double[] {
      a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3],
      a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2],
      a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1],
      a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0]
    };
  }

  /** East and north of the start in its tangent plane. */
  static double[] plane(double seconds) {
    double[] from = earth(0.0);
    double[] to = earth(seconds);
    double dx = to[0] - from[0];
    double dy = to[1] - from[1];
    double dz = to[2] - from[2];
    return new double[] {
      -Math.sin(LONGITUDE) * dx + Math.cos(LONGITUDE) * dy,
      -Math.sin(LATITUDE) * Math.cos(LONGITUDE) * dx
          - Math.sin(LATITUDE) * Math.sin(LONGITUDE) * dy
          + Math.cos(LATITUDE) * dz
    };
  }

  static void delete(Path folder) throws IOException {
    try (var walk = Files.walk(folder)) {
      for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
