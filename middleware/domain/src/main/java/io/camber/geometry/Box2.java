package io.camber.geometry;

import java.util.List;

/** Oriented rectangle on the ground; {@code center} is its middle, its x axis runs along the length. */
public record Box2(Pose2 center, double lengthM, double widthM) {
  public Box2 {
    Numbers.notNegative("lengthM", lengthM);
    Numbers.notNegative("widthM", widthM);
  }

  /** Front left, front right, rear right, rear left. */
  public List<Vec2> corners() {
    double halfLength = lengthM / 2.0;
    double halfWidth = widthM / 2.0;
    double c = StrictMath.cos(center.yaw());
    double s = StrictMath.sin(center.yaw());
    return List.of(
        corner(c, s, halfLength, halfWidth),
        corner(c, s, halfLength, -halfWidth),
        corner(c, s, -halfLength, -halfWidth),
        corner(c, s, -halfLength, halfWidth));
  }

  private Vec2 corner(double c, double s, double along, double left) {
    return new Vec2(center.x() + c * along - s * left, center.y() + s * along + c * left);
  }

  public boolean contains(Vec2 point) {
    Vec2 local = center.applyInverse(point);
    return Math.abs(local.x()) <= lengthM / 2.0 && Math.abs(local.y()) <= widthM / 2.0;
  }

  /** True when the closed rectangles share a point (separating axis theorem). */
  public boolean intersects(Box2 other) {
    double dx = other.center.x() - center.x();
    double dy = other.center.y() - center.y();
    double reach = radius() + other.radius();
    if (dx * dx + dy * dy > reach * reach) {
      return false;
    }
    double c = StrictMath.cos(center.yaw());
    double s = StrictMath.sin(center.yaw());
    double oc = StrictMath.cos(other.center.yaw());
    double os = StrictMath.sin(other.center.yaw());
    double cosBetween = Math.abs(c * oc + s * os);
    double sinBetween = Math.abs(c * os - s * oc);
    double hl = lengthM / 2.0;
    double hw = widthM / 2.0;
    double ol = other.lengthM / 2.0;
    double ow = other.widthM / 2.0;
    return Math.abs(c * dx + s * dy) <= hl + ol * cosBetween + ow * sinBetween
        && Math.abs(-s * dx + c * dy) <= hw + ol * sinBetween + ow * cosBetween
        && Math.abs(oc * dx + os * dy) <= ol + hl * cosBetween + hw * sinBetween
        && Math.abs(-os * dx + oc * dy) <= ow + hl * sinBetween + hw * cosBetween;
  }

  /** Distance from the middle to a corner. */
  public double radius() {
    return 0.5 * Math.sqrt(lengthM * lengthM + widthM * widthM);
  }

  /** Shortest distance between the two rectangles; 0 when they touch or overlap. */
  public double distanceTo(Box2 other) {
    if (intersects(other)) {
      return 0.0;
    }
    return Math.min(other.nearestM(corners()), nearestM(other.corners()));
  }

  /** Distance from the rectangle to the nearest of some points. */
  private double nearestM(List<Vec2> points) {
    double c = StrictMath.cos(center.yaw());
    double s = StrictMath.sin(center.yaw());
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points.size(); i++) {
      nearest = Math.min(nearest, distanceTo(points.get(i), c, s));
    }
    return nearest;
  }

  /** Distance from the rectangle to a point; 0 inside. */
  public double distanceTo(Vec2 point) {
    return distanceTo(point, StrictMath.cos(center.yaw()), StrictMath.sin(center.yaw()));
  }

  private double distanceTo(Vec2 point, double c, double s) {
    double offX = point.x() - center.x();
    double offY = point.y() - center.y();
    double dx = Math.max(0.0, Math.abs(c * offX + s * offY) - lengthM / 2.0);
    double dy = Math.max(0.0, Math.abs(-s * offX + c * offY) - widthM / 2.0);
    return Math.sqrt(dx * dx + dy * dy);
  }
}
