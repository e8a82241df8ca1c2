package io.camber.jury.statistics;

import java.util.Arrays;

/**
 * McNemar's exact test of pairs that passed on one side only (McNemar 1947), over clusters: when both sides are alike, what a
 * scenario's pairs say together is as likely to be seen with the other sign, however they hang together. With one pair a scenario it
 * is the binomial test.
 */
public final class McNemar {
  private McNemar() {}

  /**
   * Probability of a split at least as uneven when both sides are alike; 1 when no pair differs.
   *
   * @param splits of each scenario, pairs that passed on the second side only less those that passed on the first side only
   */
  public static double pValue(int... splits) {
    int reach = Arrays.stream(splits).map(Math::abs).sum();
    int seen = Math.abs(Arrays.stream(splits).sum());
    double tail = 0.0;
    double[] chances = sums(splits, reach);
    for (int sum = -reach; sum <= reach; sum++) {
      tail += Math.abs(sum) >= seen ? chances[sum + reach] : 0.0;
    }
    return Math.min(1.0, tail);
  }

  /** How likely each sum from -reach to reach is, one scenario after the other. */
  private static double[] sums(int[] splits, int reach) {
    double[] chances = new double[2 * reach + 1];
    chances[reach] = 1.0;
    for (int split : splits) {
      int step = Math.abs(split);
      double[] next = new double[chances.length];
      for (int i = 0; i < chances.length; i++) {
        if (chances[i] > 0.0) {
          next[i - step] += 0.5 * chances[i];
          next[i + step] += 0.5 * chances[i];
        }
      }
      chances = next;
    }
    return chances;
  }
}
