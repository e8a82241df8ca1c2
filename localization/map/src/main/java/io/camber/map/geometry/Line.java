package io.camber.map.geometry;

/** A straight piece. */
public final class Line implements Curve {
  private final double x;
  private final double y;
  private final double cos;
  private final double sin;
  private final double lengthM;

  public Line(double x, double y, double heading, double lengthM) {
    this.x = x;
    this.y = y;
    this.cos = StrictMath.cos(heading);
    this.sin = StrictMath.sin(heading);
    this.lengthM = lengthM;
  }

  @Override
  public double lengthM() {
    return lengthM;
  }

  @Override
  public CurvePoint at(double u) {
    return new CurvePoint(x + u * cos, y + u * sin, cos, sin, 0.0);
  }

  @Override
  public double stepTo(double u, double px, double py) {
    return at(u).stepTo(px, py);
  }

  @Override
  public double leftOf(double u, double px, double py) {
    return at(u).leftOf(px, py);
  }
}
