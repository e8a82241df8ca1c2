package io.camber.sim.scenario.entity;

import io.camber.sim.scenario.road.RoadCursor;

/** The bounding box of an entity on the ground: four corners, front left first, clockwise. */
final class Outline {
  private final double[] x;
  private final double[] y;

  private Outline(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  static Outline of(Entity entity) {
    RoadCursor cursor = entity.seen().cursor();
    EntityModel model = entity.model();
    double c = StrictMath.cos(cursor.yaw());
    double n = StrictMath.sin(cursor.yaw());
    double halfLength = model.size().lengthM() / 2.0;
    double halfWidth = model.size().widthM() / 2.0;
    double[] dx = {halfLength, halfLength, -halfLength, -halfLength};
    double[] dy = {halfWidth, -halfWidth, -halfWidth, halfWidth};
    double[] x = new double[4];
    double[] y = new double[4];
    for (int i = 0; i < 4; i++) {
      double u = model.centerX() + dx[i];
      double v = model.centerY() + dy[i];
      x[i] = cursor.x() + c * u - n * v;
      y[i] = cursor.y() + n * u + c * v;
    }
    return new Outline(x, y);
  }

  /** A single point as an outline. */
  static Outline of(double px, double py) {
    return new Outline(new double[] {px, px, px, px}, new double[] {py, py, py, py});
  }

  double min(double yaw) {
    return extreme(yaw, -1.0);
  }

  double max(double yaw) {
    return extreme(yaw, 1.0);
  }

  private double extreme(double yaw, double sign) {
    double c = StrictMath.cos(yaw);
    double n = StrictMath.sin(yaw);
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 4; i++) {
      best = Math.max(best, sign * (x[i] * c + y[i] * n));
    }
    return sign * best;
  }

  /** Signed gap to another outline along a direction: positive ahead, negative behind, 0 when they overlap in it. */
  double gap(Outline other, double yaw) {
    double ahead = other.min(yaw) - max(yaw);
    double behind = min(yaw) - other.max(yaw);
    if (ahead > 1e-6) {
      return ahead;
    }
    return behind > 1e-6 ? -behind : 0.0;
  }

  /** Shortest distance to another outline; 0 when they touch. Both are convex. */
  double distance(Outline other, double yaw, double otherYaw) {
    boolean apart = gap(other, yaw) != 0.0
        || gap(other, yaw + Math.PI / 2.0) != 0.0
        || other.gap(this, otherYaw) != 0.0
        || other.gap(this, otherYaw + Math.PI / 2.0) != 0.0;
    if (!apart) {
      return 0.0;
    }
    return Math.min(cornersToEdges(this, other), cornersToEdges(other, this));
  }

  private static double cornersToEdges(Outline corners, Outline edges) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 4; i++) {
      for (int k = 0; k < 4; k++) {
        int m = (k + 1) % 4;
        double dx = edges.x[m] - edges.x[k];
        double dy = edges.y[m] - edges.y[k];
        double square = dx * dx + dy * dy;
        double px = corners.x[i] - edges.x[k];
        double py = corners.y[i] - edges.y[k];
        double a = square == 0.0 ? 0.0 : Math.max(0.0, Math.min(1.0, (px * dx + py * dy) / square));
        best = Math.min(
            best, Math.sqrt((px - a * dx) * (px - a * dx) + (py - a * dy) * (py - a * dy)));
      }
    }
    return best;
  }
}
