package io.camber.perception;

import io.camber.geometry.Vec2;
import java.util.List;

/** A convex polygon of one surface that reaches some way beyond its edges. Map frame. */
final class Patch {
  private final double[] x;
  private final double[] y;
  private final double reachM;
  private final Surface surface;

  /** Corners in order, either way round. */
  Patch(List<Vec2> corners, double reachM, Surface surface) {
    this.x = corners.stream().mapToDouble(Vec2::x).toArray();
    this.y = corners.stream().mapToDouble(Vec2::y).toArray();
    this.reachM = reachM;
    this.surface = surface;
  }

  Surface surface() {
    return surface;
  }

  boolean covers(double px, double py) {
    return distanceTo(px, py) <= reachM;
  }

  /** 0 inside. */
  private double distanceTo(double px, double py) {
    boolean left = false;
    boolean right = false;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      int j = (i + 1) % x.length;
      double ex = x[j] - x[i];
      double ey = y[j] - y[i];
      double dx = px - x[i];
      double dy = py - y[i];
      double cross = ex * dy - ey * dx;
      left |= cross > 0.0;
      right |= cross < 0.0;
      double squared = ex * ex + ey * ey;
      double along = squared == 0.0 ? 0.0 : (ex * dx + ey * dy) / squared;
      double t = Math.max(0.0, Math.min(1.0, along));
      double ox = dx - t * ex;
      double oy = dy - t * ey;
      nearest = Math.min(nearest, ox * ox + oy * oy);
    }
    return left != right ? 0.0 : Math.sqrt(nearest);
  }

  double xMin() {
    return least(x) - reachM;
  }

  double xMax() {
    return most(x) + reachM;
  }

  double yMin() {
    return least(y) - reachM;
  }

  double yMax() {
    return most(y) + reachM;
  }

  private static double least(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  private static double most(double[] values) {
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      most = Math.max(most, value);
    }
    return most;
  }
}
