package io.camber.planning.proposal;

/** Quintic that leads a value, slope and second derivative to zero over a length, and stays there. */
final class Quintic {
  private final double length;
  private final double c0;
  private final double c1;
  private final double c2;
  private final double c3;
  private final double c4;
  private final double c5;

  private Quintic(double length, double c0, double c1, double c2, double c3, double c4, double c5) {
    this.length = length;
    this.c0 = c0;
    this.c1 = c1;
    this.c2 = c2;
    this.c3 = c3;
    this.c4 = c4;
    this.c5 = c5;
  }

  static Quintic between(double value, double slope, double bend, double length) {
    double l = length;
    double a = -(value + slope * l + 0.5 * bend * l * l);
    double b = -(slope + bend * l) * l;
    double c = -bend * l * l;
    return new Quintic(
        l,
        value,
        slope,
        0.5 * bend,
        (10.0 * a - 4.0 * b + 0.5 * c) / (l * l * l),
        (-15.0 * a + 7.0 * b - c) / (l * l * l * l),
        (6.0 * a - 3.0 * b + 0.5 * c) / (l * l * l * l * l));
  }

  double value(double at) {
    if (at >= length) {
      return 0.0;
    }
    return c0 + at * (c1 + at * (c2 + at * (c3 + at * (c4 + at * c5))));
  }

  double slope(double at) {
    if (at >= length) {
      return 0.0;
    }
    return c1 + at * (2.0 * c2 + at * (3.0 * c3 + at * (4.0 * c4 + at * 5.0 * c5)));
  }
}
