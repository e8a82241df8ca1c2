package io.camber.perception.lidar;

import io.camber.geometry.Box2;

/**
 * Rectangle in {@code base_link}, kept as its direction and its bounds along (u) and across (v) that direction, so that one
 * edge can move while the others stay.
 *
 * @param yaw direction of the u axis
 */
record Rectangle(double yaw, double uMin, double uMax, double vMin, double vMax) {
  double uLengthM() {
    return uMax - uMin;
  }

  double vLengthM() {
    return vMax - vMin;
  }

  double centerX() {
    return toX(0.5 * (uMin + uMax), 0.5 * (vMin + vMax));
  }

  double centerY() {
    return toY(0.5 * (uMin + uMax), 0.5 * (vMin + vMax));
  }

  double u(double x, double y) {
    return StrictMath.cos(yaw) * x + StrictMath.sin(yaw) * y;
  }

  double v(double x, double y) {
    return -StrictMath.sin(yaw) * x + StrictMath.cos(yaw) * y;
  }

  /** Whether coordinates along and across lie inside the bounds, widened by a margin. */
  boolean contains(double u, double v, double margin) {
    return u >= uMin - margin && u <= uMax + margin && v >= vMin - margin && v <= vMax + margin;
  }

  /** Both rectangles as one; they have one direction. */
  Rectangle with(Rectangle other) {
    return new Rectangle(
        yaw,
        Math.min(uMin, other.uMin),
        Math.max(uMax, other.uMax),
        Math.min(vMin, other.vMin),
        Math.max(vMax, other.vMax));
  }

  /** A footprint, u along its length. */
  static Rectangle of(Box2 box) {
    Rectangle axes = new Rectangle(box.center().yaw(), 0.0, 0.0, 0.0, 0.0);
    double u = axes.u(box.center().x(), box.center().y());
    double v = axes.v(box.center().x(), box.center().y());
    double halfLength = 0.5 * box.lengthM();
    double halfWidth = 0.5 * box.widthM();
    return new Rectangle(
        box.center().yaw(), u - halfLength, u + halfLength, v - halfWidth, v + halfWidth);
  }

  /** Smallest rectangle in direction {@code yaw} around the points of a cluster. */
  static Rectangle around(Cluster cluster, double yaw) {
    double c = StrictMath.cos(yaw);
    double s = StrictMath.sin(yaw);
    double uMin = Double.POSITIVE_INFINITY;
    double uMax = Double.NEGATIVE_INFINITY;
    double vMin = Double.POSITIVE_INFINITY;
    double vMax = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < cluster.size(); i++) {
      double u = c * cluster.x[i] + s * cluster.y[i];
      double v = -s * cluster.x[i] + c * cluster.y[i];
      uMin = Math.min(uMin, u);
      uMax = Math.max(uMax, u);
      vMin = Math.min(vMin, v);
      vMax = Math.max(vMax, v);
    }
    return new Rectangle(yaw, uMin, uMax, vMin, vMax);
  }

  private double toX(double u, double v) {
    return StrictMath.cos(yaw) * u - StrictMath.sin(yaw) * v;
  }

  private double toY(double u, double v) {
    return StrictMath.sin(yaw) * u + StrictMath.cos(yaw) * v;
  }
}
