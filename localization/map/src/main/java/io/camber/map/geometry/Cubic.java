package io.camber.map.geometry;

/** The polynomial a + b u + c u^2 + d u^3. */
public record Cubic(double a, double b, double c, double d) {
  public static final Cubic ZERO = new Cubic(0.0, 0.0, 0.0, 0.0);

  public double at(double u) {
    return a + u * (b + u * (c + u * d));
  }

  public double slopeAt(double u) {
    return b + u * (2.0 * c + u * 3.0 * d);
  }

  /** Second derivative. */
  public double bendAt(double u) {
    return 2.0 * c + 6.0 * d * u;
  }
}
