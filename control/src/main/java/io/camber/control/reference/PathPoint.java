package io.camber.control.reference;

/**
 * A point of a reference path, map frame.
 *
 * @param station arc length from the path's first point; beyond the ends the path goes on straight
 */
public record PathPoint(
    double station,
    double x,
    double y,
    double yaw,
    double curvaturePerM,
    double speedMps,
    double accelMps2) {

  /** Distance of a position from the path's tangent here, left positive. */
  public double lateralOf(double px, double py) {
    return -StrictMath.sin(yaw) * (px - x) + StrictMath.cos(yaw) * (py - y);
  }
}
