package io.camber.perception.lidar;

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
