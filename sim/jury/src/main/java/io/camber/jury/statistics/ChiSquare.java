package io.camber.jury.statistics;

/** The chi-square distribution. */
public final class ChiSquare {
  private static final int HALVINGS = 200;

  private ChiSquare() {}

  /** Probability of a value up to {@code x}. */
  public static double probability(double x, double degrees) {
    return Gamma.lower(degrees / 2.0, x / 2.0);
  }

  /** The value that is not exceeded with this probability, by halving. */
  public static double quantile(double probability, double degrees) {
    if (probability <= 0.0) {
      return 0.0;
    }
    double high = Math.max(1.0, degrees);
    while (probability(high, degrees) < probability) {
      high *= 2.0;
    }
    double low = 0.0;
    for (int i = 0; i < HALVINGS && low < high; i++) {
      double middle = (low + high) / 2.0;
      if (middle == low || middle == high) {
        break;
      }
      if (probability(middle, degrees) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2.0;
  }
}
