package io.camber.map.geometry;

/**
 * A point of a planar curve. ({@code cos}, {@code sin}) is the unit tangent; {@code curvature} is left positive.
 */
public record CurvePoint(double x, double y, double cos, double sin, double curvature) {

  /** Direction of the tangent in (-pi, pi]. */
  public double heading() {
    return StrictMath.atan2(sin, cos);
  }

  /** How far left of the tangent here a point lies. */
  double leftOf(double px, double py) {
    return (py - y) * cos - (px - x) * sin;
  }

  /** How far ahead along the curve the foot of a point lies, to first order. */
  double stepTo(double px, double py) {
    double ahead = (px - x) * cos + (py - y) * sin;
    // The foot moves by ahead / (1 - k d); near the centre of curvature that step is damped.
    return ahead / Math.max(0.2, 1.0 - curvature * leftOf(px, py));
  }
}
