package io.camber.map.geometry;

/** A piece of a circle. The chord form keeps full accuracy down to curvature zero. */
public final class Arc implements Curve {
  private final double x;
  private final double y;
  private final double cos;
  private final double sin;
  private final double curvature;
  private final double lengthM;

  public Arc(double x, double y, double heading, double curvature, double lengthM) {
    this.x = x;
    this.y = y;
    this.cos = StrictMath.cos(heading);
    this.sin = StrictMath.sin(heading);
    this.curvature = curvature;
    this.lengthM = lengthM;
  }

  @Override
  public double lengthM() {
    return lengthM;
  }

  @Override
  public CurvePoint at(double u) {
    double half = 0.5 * curvature * u;
    double ch = SmallAngles.cos(half);
    double sh = SmallAngles.sin(half);
    double chord = Math.abs(half) < 1e-8 ? u : u * sh / half;
    double chordCos = cos * ch - sin * sh;
    double chordSin = sin * ch + cos * sh;
    return new CurvePoint(
        x + chord * chordCos,
        y + chord * chordSin,
        chordCos * ch - chordSin * sh,
        chordSin * ch + chordCos * sh,
        curvature);
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
