package io.camber.jury.statistics;

/** McNemar's exact test of pairs that passed on one side only (McNemar 1947; binomial, two-sided). */
public final class McNemar {
  private McNemar() {}

  /** Probability of a split at least as uneven when both sides are alike; 1 when no pair differs. */
  public static double pValue(int onlyFirst, int onlySecond) {
    int count = onlyFirst + onlySecond;
    int fewer = Math.min(onlyFirst, onlySecond);
    double tail = 0.0;
    for (int k = 0; k <= fewer; k++) {
      tail += StrictMath.exp(Gamma.logOf(count + 1.0)
          - Gamma.logOf(k + 1.0)
          - Gamma.logOf(count - k + 1.0)
          - count * StrictMath.log(2.0));
    }
    return Math.min(1.0, 2.0 * tail);
  }
}
