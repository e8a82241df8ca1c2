package io.camber.jury.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Seeded bootstrap of the mean of paired differences, by scenario: each is drawn whole, with all its seeds, because runs of one
 * scenario say much the same (Efron and Tibshirani 1993).
 */
public final class Bootstrap {
  /** How many times more draws look at a mean that never changed its sign. */
  private static final int FINER = 10;

  private final int resamples;
  private final long seed;

  public Bootstrap(int resamples, long seed) {
    if (resamples < 100) {
      throw new IllegalArgumentException("resamples=" + resamples + " is less than 100");
    }
    this.resamples = resamples;
    this.seed = seed;
  }

  /**
   * What is known of a mean.
   *
   * @param low 2.5 % of the resampled means lie below
   * @param high 2.5 % lie above
   * @param pValue two-sided probability of a mean on the other side of zero; never 0
   */
  public record Interval(double mean, double low, double high, double pValue) {}

  /** The mean over all differences, scenario by scenario; there must be at least one. */
  public Interval mean(double[][] differencesByScenario) {
    int scenarios = differencesByScenario.length;
    double[] sums = new double[scenarios];
    int[] counts = new int[scenarios];
    double sum = 0.0;
    int count = 0;
    for (int i = 0; i < scenarios; i++) {
      for (double difference : differencesByScenario[i]) {
        sums[i] += difference;
        counts[i]++;
      }
      sum += sums[i];
      count += counts[i];
    }
    double[] means = resample(sums, counts, resamples);
    double p = otherSide(means);
    if (p <= 2.0 / (resamples + 1.0)) {
      // none on the other side: more draws tell how rare that is, or the correction for many
      // metrics could never be met
      p = otherSide(resample(sums, counts, FINER * resamples));
    }
    return new Interval(sum / count, quantile(means, 0.025), quantile(means, 0.975), p);
  }

  private static double otherSide(double[] means) {
    int below = 0;
    int above = 0;
    for (double mean : means) {
      below += mean <= 0.0 ? 1 : 0;
      above += mean >= 0.0 ? 1 : 0;
    }
    return Math.min(1.0, 2.0 * (Math.min(below, above) + 1.0) / (means.length + 1.0));
  }

  private double[] resample(double[] sums, int[] counts, int draws) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[draws];
    for (int i = 0; i < draws; i++) {
      double sum = 0.0;
      int count = 0;
      for (int k = 0; k < sums.length; k++) {
        int pick = random.nextInt(sums.length);
        sum += sums[pick];
        count += counts[pick];
      }
      means[i] = count == 0 ? 0.0 : sum / count;
    }
    Arrays.sort(means);
    return means;
  }

  /** Linear between the order statistics. */
  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int low = (int) at;
    int high = Math.min(sorted.length - 1, low + 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }
}
