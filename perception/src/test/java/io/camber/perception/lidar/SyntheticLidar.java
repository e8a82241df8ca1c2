package io.camber.perception.lidar;

import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;

/** A spinning lidar over an analytic world of ground and boxes, slow and simple: the oracle's sensor. */
final class SyntheticLidar {
  static final Pose3 MOUNTING = new Pose3(1.2, 0.0, 1.85, 0.0, 0.0, 0.0);
  static final int BEAMS = 64;
  static final int COLUMNS = 1024;
  private static final double RANGE_M = 110.0;
  private static final double ELEVATION_MIN = Math.toRadians(-24.0);
  private static final double ELEVATION_MAX = Math.toRadians(6.0);
  private static final long SWEEP_NS = 100_000_000L;

  private final List<SolidBox> boxes;
  private final DoubleBinaryOperator ground;
  private final Random noise;
  private final Twist2 twist;

  /** {@code boxes} and {@code ground} in {@code base_link} at the end of the sweep; z of the ground below (0, 0) is 0. */
  SyntheticLidar(List<SolidBox> boxes, DoubleBinaryOperator ground, Twist2 twist, long seed) {
    this.boxes = boxes;
    this.ground = ground;
    this.twist = twist;
    this.noise = new Random(seed);
  }

  static LidarCalibration calibration() {
    return new LidarCalibration("lidar_top", MOUNTING, BEAMS, COLUMNS, RANGE_M, SWEEP_NS);
  }

  LidarSweep sweep(long endNs) {
    ByteBuffer points = ByteBuffer.allocate(BEAMS * COLUMNS * LidarSweep.POINT_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN);
    for (int column = 0; column < COLUMNS; column++) {
      double fraction = (column + 0.5) / COLUMNS;
      double azimuth = Math.PI - 2.0 * Math.PI * fraction;
      Pose2 motion = SweepCompensator.motion(twist, (fraction - 1.0) * 0.1);
      Pose3 lidar = Pose3.of(motion).times(MOUNTING);
      for (int beam = 0; beam < BEAMS; beam++) {
        double elevation = ELEVATION_MIN + (ELEVATION_MAX - ELEVATION_MIN) * beam / (BEAMS - 1.0);
        double cx = Math.cos(elevation) * Math.cos(azimuth);
        double cy = Math.cos(elevation) * Math.sin(azimuth);
        double cz = Math.sin(elevation);
        double range = cast(lidar, cx, cy, cz);
        if (range < RANGE_M) {
          double r = range + 0.015 * noise.nextGaussian();
          LidarSweep.put(
              points,
              (float) (r * cx),
              (float) (r * cy),
              (float) (r * cz),
              (int) (fraction * SWEEP_NS),
              beam,
              60);
        }
      }
    }
    points.flip();
    return new LidarSweep("lidar_top", endNs - SWEEP_NS, endNs, points);
  }

  private double cast(Pose3 lidar, double cx, double cy, double cz) {
    double c = Math.cos(lidar.yaw());
    double s = Math.sin(lidar.yaw());
    double dx = c * cx - s * cy;
    double dy = s * cx + c * cy;
    double nearest = groundRange(lidar, dx, dy, cz);
    for (SolidBox box : boxes) {
      nearest = Math.min(nearest, box.range(lidar.x(), lidar.y(), lidar.z(), dx, dy, cz));
    }
    return nearest;
  }

  private double groundRange(Pose3 lidar, double dx, double dy, double dz) {
    if (dz > 0.12) {
      return Double.POSITIVE_INFINITY;
    }
    double before = 0.0;
    for (double r = 2.0; r < RANGE_M; r += r < 20.0 ? 0.5 : 2.5) {
      if (lidar.z() + r * dz <= ground.applyAsDouble(lidar.x() + r * dx, lidar.y() + r * dy)) {
        double low = before;
        double high = r;
        for (int k = 0; k < 12; k++) {
          double middle = 0.5 * (low + high);
          boolean below = lidar.z() + middle * dz
              <= ground.applyAsDouble(lidar.x() + middle * dx, lidar.y() + middle * dy);
          high = below ? middle : high;
          low = below ? low : middle;
        }
        return high;
      }
      before = r;
    }
    return Double.POSITIVE_INFINITY;
  }
}
