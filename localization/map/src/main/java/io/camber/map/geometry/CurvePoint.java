package io.camber.map.geometry;

/**
 * A point of a planar curve. ({@code cos}, {@code sin}) is the unit tangent; {@code curvature} is left positive.
 */
public record CurvePoint(double x, double y, double cos, double sin, double curvature) {

  /** Direction of the tangent in (-pi, pi]. */
  public double heading() {
    return StrictMath.atan2(sin, cos);
  }
}
