package io.camber.perception.lidar;

import java.util.OptionalDouble;

/**
 * Direction of the rectangle that best explains an outline: the closeness criterion of Zhang, Xu, Dong, Dolan 2017
 * ("Efficient L-shape fitting for vehicle detection using laser scanners", algorithm 3), searched over a quarter turn in 3
 * degree steps and refined to half a degree. Where an outline says little (a short strip, few points) and the lane direction
 * explains it almost as well, the lane wins.
 */
final class RectangleFit {
  private static final int POINTS_MAX = 200;
  private static final double COARSE_STEP = Math.toRadians(3.0);
  private static final double FINE_STEP = Math.toRadians(0.5);

  /** Points nearer to an edge than this are on it: range noise and body curvature. */
  private static final double EDGE_M = 0.08;

  /** The lane direction is taken when it reaches this share of the best score. */
  private static final double LANE_SHARE = 0.90;

  private final float[] u = new float[POINTS_MAX];
  private final float[] v = new float[POINTS_MAX];

  /** Direction of the fitted rectangle's u axis, within an eighth turn of the lane or of straight ahead. */
  double direction(Contour contour, OptionalDouble laneYaw) {
    double bestYaw = 0.0;
    double best = -1.0;
    for (int k = 0; k < 30; k++) {
      double yaw = k * COARSE_STEP;
      double score = closeness(contour, yaw);
      if (score > best) {
        best = score;
        bestYaw = yaw;
      }
    }
    double around = bestYaw;
    for (int k = -5; k <= 5; k++) {
      double yaw = around + k * FINE_STEP;
      double score = closeness(contour, yaw);
      if (score > best) {
        best = score;
        bestYaw = yaw;
      }
    }
    if (laneYaw.isPresent()
        && (contour.size < 4 || closeness(contour, laneYaw.getAsDouble()) >= LANE_SHARE * best)) {
      return laneYaw.getAsDouble();
    }
    return quarterTurnsTo(bestYaw, laneYaw.orElse(0.0));
  }

  /** {@code yaw} plus the multiple of a quarter turn that brings it nearest to {@code reference}. */
  static double quarterTurnsTo(double yaw, double reference) {
    double quarter = 0.5 * Math.PI;
    return yaw + quarter * Math.rint((reference - yaw) / quarter);
  }

  private double closeness(Contour contour, double yaw) {
    double c = StrictMath.cos(yaw);
    double s = StrictMath.sin(yaw);
    int stride = 1 + (contour.size - 1) / POINTS_MAX;
    float uMin = Float.POSITIVE_INFINITY;
    float uMax = Float.NEGATIVE_INFINITY;
    float vMin = Float.POSITIVE_INFINITY;
    float vMax = Float.NEGATIVE_INFINITY;
    int n = 0;
    for (int k = 0; k < contour.size; k += stride) {
      float pu = (float) (c * contour.x[k] + s * contour.y[k]);
      float pv = (float) (-s * contour.x[k] + c * contour.y[k]);
      u[n] = pu;
      v[n++] = pv;
      uMin = Math.min(uMin, pu);
      uMax = Math.max(uMax, pu);
      vMin = Math.min(vMin, pv);
      vMax = Math.max(vMax, pv);
    }
    double sum = 0.0;
    for (int k = 0; k < n; k++) {
      float toU = Math.min(u[k] - uMin, uMax - u[k]);
      float toV = Math.min(v[k] - vMin, vMax - v[k]);
      sum += 1.0 / Math.max(Math.min(toU, toV), EDGE_M);
    }
    return sum;
  }
}
