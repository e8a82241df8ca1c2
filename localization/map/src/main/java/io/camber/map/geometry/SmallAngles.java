package io.camber.map.geometry;

/** Sine and cosine by Taylor series up to one radian, where the remainder is below 1e-16; StrictMath beyond. */
final class SmallAngles {
  private SmallAngles() {}

  static double cos(double a) {
    if (Math.abs(a) > 1.0) {
      return StrictMath.cos(a);
    }
    double q = a * a;
    double tail = 1.0 - q / 132.0 * (1.0 - q / 182.0 * (1.0 - q / 240.0 * (1.0 - q / 306.0)));
    return 1.0
        - q
            / 2.0
            * (1.0 - q / 12.0 * (1.0 - q / 30.0 * (1.0 - q / 56.0 * (1.0 - q / 90.0 * tail))));
  }

  static double sin(double a) {
    if (Math.abs(a) > 1.0) {
      return StrictMath.sin(a);
    }
    double q = a * a;
    double tail = 1.0 - q / 156.0 * (1.0 - q / 210.0 * (1.0 - q / 272.0));
    return a
        * (1.0
            - q
                / 6.0
                * (1.0
                    - q / 20.0 * (1.0 - q / 42.0 * (1.0 - q / 72.0 * (1.0 - q / 110.0 * tail)))));
  }
}
