package io.camber.sim.scene.town;

/**
 * A part of the map about an observer: everything within {@code nearM}, and within {@code farM} what lies no more than a
 * given angle off the viewing direction.
 *
 * @param directionX unit vector of the view, with {@code directionY}
 * @param cosHalfAngle cosine of half the angle of view
 */
public record Region(
    double x,
    double y,
    double nearM,
    double farM,
    double directionX,
    double directionY,
    double cosHalfAngle) {

  /** All within a radius. */
  public static Region around(double x, double y, double radius) {
    return new Region(x, y, radius, radius, 1.0, 0.0, -1.0);
  }

  /** All within {@code nearM}, and up to {@code farM} what lies ahead. */
  public static Region ahead(
      double x, double y, double yaw, double halfAngle, double nearM, double farM) {
    return new Region(
        x, y, nearM, farM, StrictMath.cos(yaw), StrictMath.sin(yaw), StrictMath.cos(halfAngle));
  }

  /** True when a disc may reach into the region; may err on the generous side. */
  boolean touches(double middleX, double middleY, double radius) {
    double dx = middleX - x;
    double dy = middleY - y;
    double distance = Math.sqrt(dx * dx + dy * dy);
    if (distance - radius <= nearM) {
      return true;
    }
    return distance - radius <= farM
        && dx * directionX + dy * directionY + radius >= distance * cosHalfAngle;
  }
}
