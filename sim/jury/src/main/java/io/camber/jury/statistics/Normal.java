package io.camber.jury.statistics;

/** The standard normal distribution. */
final class Normal {
  private static final double FAR = 9.0;
  private static final int HALVINGS = 60;

  private Normal() {}

  /** Probability of a value up to {@code z}, by the incomplete gamma function. */
  static double probability(double z) {
    double half = 0.5 * Gamma.lower(0.5, 0.5 * z * z);
    return z < 0.0 ? 0.5 - half : 0.5 + half;
  }

  /** The value that is not exceeded with this probability, by halving; within {@value #FAR} standard deviations. */
  static double quantile(double probability) {
    double low = -FAR;
    double high = FAR;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = 0.5 * (low + high);
      if (probability(middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }
}
