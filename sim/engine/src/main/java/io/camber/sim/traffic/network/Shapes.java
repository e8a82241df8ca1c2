package io.camber.sim.traffic.network;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import java.util.List;

/** Centre lines of the strips as samples about a metre apart, and the speed that limits and curves leave there. */
final class Shapes {
  static final double STEP_M = 1.0;

  /** Where the map is silent: 50 km/h. */
  private static final double LIMIT_MPS_DEFAULT = 50.0 / 3.6;

  /** Lateral acceleration people accept in curves, m/s². */
  private static final double LATERAL_MPS2 = 2.5;

  /** They slow down for a curve so gently. */
  private static final double SLOWING_MPS2 = 1.5;

  private static final double CRAWL_MPS = 2.0;

  final int[] start;
  final double[] step;
  final double[] x;
  final double[] y;
  final double[] z;
  final double[] yaw;
  final double[] pitch;
  final double[] roll;
  final double[] cap;
  final double[] width;

  Shapes(List<Strip> strips) {
    start = new int[strips.size() + 1];
    step = new double[strips.size()];
    for (Strip strip : strips) {
      double length = strip.lengthM();
      int steps = (int) Math.max(1.0, Math.ceil(length / STEP_M));
      step[strip.index()] = length / steps;
      start[strip.index() + 1] = start[strip.index()] + steps + 1;
    }
    int samples = start[strips.size()];
    x = new double[samples];
    y = new double[samples];
    z = new double[samples];
    yaw = new double[samples];
    pitch = new double[samples];
    roll = new double[samples];
    cap = new double[samples];
    width = new double[samples];
    strips.forEach(this::sample);
  }

  private void sample(Strip strip) {
    int from = start[strip.index()];
    int to = start[strip.index() + 1];
    double h = step[strip.index()];
    for (int i = from; i < to; i++) {
      Pose3 pose = strip.poseAt((i - from) * h);
      x[i] = pose.x();
      y[i] = pose.y();
      z[i] = pose.z();
      yaw[i] = pose.yaw();
      pitch[i] = pose.pitch();
      roll[i] = pose.roll();
      cap[i] = limit(strip, (i - from) * h);
      width[i] = strip.widthAt((i - from) * h);
    }
    for (int i = from; i < to; i++) {
      int a = Math.max(from, i - 2);
      int b = Math.min(to - 1, i + 2);
      double turn = Math.abs(Angles.difference(yaw[b], yaw[a]));
      double curvature = turn / Math.max(0.1, (b - a) * h);
      if (curvature > 1e-4) {
        cap[i] = Math.min(cap[i], Math.max(CRAWL_MPS, Math.sqrt(LATERAL_MPS2 / curvature)));
      }
    }
    for (int i = to - 2; i >= from; i--) {
      cap[i] = Math.min(cap[i], Math.sqrt(cap[i + 1] * cap[i + 1] + 2.0 * SLOWING_MPS2 * h));
    }
  }

  private static double limit(Strip strip, double s) {
    double limit = strip.speedLimitMpsAt(s);
    return Double.isFinite(limit) && limit > 0.0 ? limit : LIMIT_MPS_DEFAULT;
  }
}
