package io.camber.jury.statistics;

/** The gamma function and what is made of it (Press et al., Numerical Recipes, sections 6.1 and 6.2). */
final class Gamma {
  /** Lanczos coefficients for g = 7 and nine terms (Godfrey 2001). */
  private static final double[] LANCZOS = {
    0.9999999999998099,
    676.5203681218851,
    -1259.1392167224028,
    771.3234287776531,
    -176.6150291621406,
    12.507343278686905,
    -0.13857109526572012,
    9.984369578019572e-6,
    1.5056327351493116e-7
  };

  private static final double EPSILON = 1e-15;
  private static final int TERMS_MAX = 10_000;
  private static final double TINY = 1e-300;

  private Gamma() {}

  /** Natural logarithm of gamma at a positive number. */
  static double logOf(double x) {
    if (x < 0.5) {
      return StrictMath.log(Math.PI / StrictMath.sin(Math.PI * x)) - logOf(1.0 - x);
    }
    double z = x - 1.0;
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (z + i);
    }
    double t = z + 7.5;
    return 0.5 * StrictMath.log(2.0 * Math.PI)
        + (z + 0.5) * StrictMath.log(t)
        - t
        + StrictMath.log(sum);
  }

  /** Regularised lower incomplete gamma function P(a, x). */
  static double lower(double a, double x) {
    if (x <= 0.0) {
      return 0.0;
    }
    double scale = StrictMath.exp(-x + a * StrictMath.log(x) - logOf(a));
    return x < a + 1.0 ? scale * series(a, x) : 1.0 - scale * fraction(a, x);
  }

  private static double series(double a, double x) {
    double term = 1.0 / a;
    double sum = term;
    for (int n = 1; n < TERMS_MAX && Math.abs(term) > Math.abs(sum) * EPSILON; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum;
  }

  /** Lentz's method on the continued fraction of the upper function. */
  private static double fraction(double a, double x) {
    double b = x + 1.0 - a;
    double c = 1.0 / TINY;
    double d = 1.0 / b;
    double h = d;
    for (int i = 1; i < TERMS_MAX; i++) {
      double an = -i * (i - a);
      b += 2.0;
      d = nonZero(an * d + b);
      c = nonZero(b + an / c);
      d = 1.0 / d;
      double delta = d * c;
      h *= delta;
      if (Math.abs(delta - 1.0) < EPSILON) {
        break;
      }
    }
    return h;
  }

  private static double nonZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
