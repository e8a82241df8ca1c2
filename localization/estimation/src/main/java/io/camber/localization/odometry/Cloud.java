package io.camber.localization.odometry;

import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.sensing.LidarSweep;
import java.util.Arrays;

/**
 * A sweep in {@code base_link}, as far as its mounting is known, with the motion during the revolution taken out: every point is
 * where a sensor that stood still at the end of the sweep would have seen it.
 */
public final class Cloud {
  private static final int SLICES = 64;
  private static final double RANGE_M_MAX = 60.0;

  /** Nearer returns are of the own body. */
  private static final double RANGE_M_MIN = 2.8;

  final double[] x;
  final double[] y;
  final double[] z;
  int size;

  private Cloud(int capacity) {
    x = new double[capacity];
    y = new double[capacity];
    z = new double[capacity];
  }

  /** The motion must cover the sweep. */
  public static Cloud of(LidarSweep sweep, Pose3 baseFromLidar, MotionRecord motion) {
    Cloud cloud = new Cloud(sweep.size());
    double[][] slices = slices(sweep, baseFromLidar, motion);
    double slicePerNs = SLICES / (double) Math.max(1L, sweep.timeNs() - sweep.startNs());
    for (int i = 0; i < sweep.size(); i++) {
      int slice = (int) ((sweep.pointTimeNs(i) - sweep.startNs()) * slicePerNs);
      cloud.add(
          slices[Math.max(0, Math.min(SLICES - 1, slice))], sweep.x(i), sweep.y(i), sweep.z(i));
    }
    return cloud;
  }

  /** Maps all points. */
  public void move(Pose3 toFromHere) {
    double[] r = toFromHere.rotation();
    for (int i = 0; i < size; i++) {
      double px = x[i];
      double py = y[i];
      double pz = z[i];
      x[i] = r[0] * px + r[1] * py + r[2] * pz + toFromHere.x();
      y[i] = r[3] * px + r[4] * py + r[5] * pz + toFromHere.y();
      z[i] = r[6] * px + r[7] * py + r[8] * pz + toFromHere.z();
    }
  }

  private void add(double[] m, double px, double py, double pz) {
    double bx = m[0] * px + m[1] * py + m[2] * pz + m[9];
    double by = m[3] * px + m[4] * py + m[5] * pz + m[10];
    double bz = m[6] * px + m[7] * py + m[8] * pz + m[11];
    double range = Math.sqrt(bx * bx + by * by);
    if (range >= RANGE_M_MIN && range <= RANGE_M_MAX && Double.isFinite(bz)) {
      x[size] = bx;
      y[size] = by;
      z[size] = bz;
      size++;
    }
  }

  private static double[][] slices(LidarSweep sweep, Pose3 mounting, MotionRecord motion) {
    double[][] slices = new double[SLICES][];
    Pose2 endFromOdom = motion.poseAt(sweep.timeNs()).inverse();
    double spanNs = (double) (sweep.timeNs() - sweep.startNs());
    for (int i = 0; i < SLICES; i++) {
      long timeNs = sweep.startNs() + Math.round(spanNs * (i + 0.5) / SLICES);
      Pose3 pose = Pose3.of(endFromOdom.times(motion.poseAt(timeNs))).times(mounting);
      slices[i] = Arrays.copyOf(pose.rotation(), 12);
      slices[i][9] = pose.x();
      slices[i][10] = pose.y();
      slices[i][11] = pose.z();
    }
    return slices;
  }
}
