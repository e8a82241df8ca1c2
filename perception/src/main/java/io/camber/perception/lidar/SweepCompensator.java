package io.camber.perception.lidar;

import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import io.camber.sensing.LidarSweep;

/**
 * Undoes the ego's motion during a revolution: every point moves from the sensor frame of its own time into
 * {@code base_link} at the end of the sweep, under constant planar twist. The sweep is cut into {@value #SLICES} time slices
 * with one transform each: at 40 m/s a slice is 16 mm long.
 */
final class SweepCompensator {
  private static final int SLICES = 256;
  private static final int ROW = 12;

  private final double[] baseFromLidar = new double[SLICES * ROW];

  /**
   * Fills {@code cloud}; drops points that are not finite, beyond {@code rangeM} of the vehicle or on the ego's body.
   *
   * @return how many points were not finite
   */
  int fill(
      LidarSweep sweep,
      Pose3 mounting,
      Twist2 twist,
      EgoBody body,
      double rangeM,
      PointCloud cloud) {
    prepare(sweep, mounting, twist);
    int size = sweep.size();
    cloud.reset(size);
    int broken = 0;
    long spanNs = Math.max(1L, sweep.timeNs() - sweep.startNs());
    double slicePerNs = SLICES / (double) spanNs;
    double rangeSquared = rangeM * rangeM;
    for (int i = 0; i < size; i++) {
      double x = sweep.x(i);
      double y = sweep.y(i);
      double z = sweep.z(i);
      if (!Double.isFinite(x + y + z)) {
        broken++;
        continue;
      }
      long pointNs = sweep.pointTimeNs(i);
      int slice = (int) ((pointNs - sweep.startNs()) * slicePerNs);
      int at = Math.max(0, Math.min(SLICES - 1, slice)) * ROW;
      double[] m = baseFromLidar;
      double bx = m[at] * x + m[at + 1] * y + m[at + 2] * z + m[at + 3];
      double by = m[at + 4] * x + m[at + 5] * y + m[at + 6] * z + m[at + 7];
      double bz = m[at + 8] * x + m[at + 9] * y + m[at + 10] * z + m[at + 11];
      if (bx * bx + by * by < rangeSquared && !body.contains(bx, by, bz)) {
        cloud.add((float) bx, (float) by, (float) bz, (sweep.timeNs() - pointNs) * 1e-9f, i);
      }
    }
    return broken;
  }

  private void prepare(LidarSweep sweep, Pose3 mounting, Twist2 twist) {
    double spanS = Math.max(0L, sweep.timeNs() - sweep.startNs()) * 1e-9;
    for (int slice = 0; slice < SLICES; slice++) {
      double beforeEndS = spanS * (1.0 - (slice + 0.5) / SLICES);
      Pose3 lidar = Pose3.of(motion(twist, -beforeEndS)).times(mounting);
      double[] r = lidar.rotation();
      int at = slice * ROW;
      for (int row = 0; row < 3; row++) {
        System.arraycopy(r, row * 3, baseFromLidar, at + row * 4, 3);
      }
      baseFromLidar[at + 3] = lidar.x();
      baseFromLidar[at + 7] = lidar.y();
      baseFromLidar[at + 11] = lidar.z();
    }
  }

  /** Where a body with constant twist is after {@code seconds}, seen from where it is now (exponential map of SE(2)). */
  static Pose2 motion(Twist2 twist, double seconds) {
    double turn = twist.yawRateRadps() * seconds;
    double alongS;
    double acrossS;
    if (Math.abs(turn) < 1e-6) {
      alongS = seconds;
      acrossS = 0.5 * turn * seconds;
    } else {
      alongS = StrictMath.sin(turn) / twist.yawRateRadps();
      acrossS = (1.0 - StrictMath.cos(turn)) / twist.yawRateRadps();
    }
    return new Pose2(
        alongS * twist.forwardMps() - acrossS * twist.leftMps(),
        acrossS * twist.forwardMps() + alongS * twist.leftMps(),
        turn);
  }
}
