package io.camber.jury.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Seeded bootstrap of the mean of paired differences, by scenario: each is drawn whole, with all its seeds, because runs of one
 * scenario say much the same. The interval is bias-corrected and accelerated (BCa; Efron 1987; Efron and Tibshirani 1993, chapter
 * 14). It says how well a mean is known; whether it differs from zero is a question for {@link SignFlip}, since with few scenarios
 * every resampled mean lies on one side soon. Used by one thread.
 */
public final class Bootstrap {
  private static final double TAIL = 0.025;

  private final int resamples;
  private final long seed;
  private int[] drawn = {};
  private int drawnOf;

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
   * @param low bound of the 95 % interval
   * @param high the other; both NaN when there are fewer than two scenarios
   */
  public record Interval(double mean, double low, double high) {}

  /** The mean over all differences, scenario by scenario; there must be at least one. */
  public Interval mean(double[][] differencesByScenario) {
    int scenarios = differencesByScenario.length;
    double[] sums = new double[scenarios];
    int[] counts = new int[scenarios];
    for (int i = 0; i < scenarios; i++) {
      for (double difference : differencesByScenario[i]) {
        sums[i] += difference;
        counts[i]++;
      }
    }
    return mean(sums, counts);
  }

  /** The same of the sum and the number of differences of each scenario. */
  public Interval mean(double[] sums, int[] counts) {
    double sum = 0.0;
    int count = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += sums[i];
      count += counts[i];
    }
    double mean = sum / count;
    if (sums.length < 2) {
      return new Interval(mean, Double.NaN, Double.NaN);
    }
    double[] means = resample(sums, counts);
    double bias = bias(means, mean);
    double acceleration = acceleration(sums, counts, sum, count);
    return new Interval(
        mean,
        quantile(means, share(TAIL, bias, acceleration)),
        quantile(means, share(1.0 - TAIL, bias, acceleration)));
  }

  /** The share of the resampled means that bounds the interval (Efron and Tibshirani 1993, eq. 14.10). */
  private static double share(double tail, double bias, double acceleration) {
    double z = bias + Normal.quantile(tail);
    return Normal.probability(bias + z / (1.0 - acceleration * z));
  }

  /** Of the median (eq. 14.14); means that equal the one seen count half. */
  private static double bias(double[] means, double mean) {
    double below = 0.0;
    for (double one : means) {
      below += one < mean ? 1.0 : one == mean ? 0.5 : 0.0;
    }
    double edge = 0.5;
    return Normal.quantile(Math.min(means.length - edge, Math.max(edge, below)) / means.length);
  }

  /** From the means that leave one scenario out (eq. 14.15). */
  private static double acceleration(double[] sums, int[] counts, double sum, int count) {
    double[] without = new double[sums.length];
    double middle = 0.0;
    for (int i = 0; i < sums.length; i++) {
      without[i] = (sum - sums[i]) / Math.max(1, count - counts[i]);
      middle += without[i] / sums.length;
    }
    double cubes = 0.0;
    double squares = 0.0;
    for (double one : without) {
      double off = middle - one;
      cubes += off * off * off;
      squares += off * off;
    }
    return squares > 0.0 ? cubes / (6.0 * squares * Math.sqrt(squares)) : 0.0;
  }

  private double[] resample(double[] sums, int[] counts) {
    int[] picks = picks(sums.length);
    double[] means = new double[resamples];
    int next = 0;
    for (int i = 0; i < resamples; i++) {
      double sum = 0.0;
      int count = 0;
      for (int k = 0; k < sums.length; k++) {
        int pick = picks[next++];
        sum += sums[pick];
        count += counts[pick];
      }
      means[i] = count == 0 ? 0.0 : sum / count;
    }
    Arrays.sort(means);
    return means;
  }

  /** The same draws for every question of as many scenarios: they are kept, since drawing takes longer than adding. */
  private int[] picks(int scenarios) {
    if (drawnOf != scenarios) {
      SplittableRandom random = new SplittableRandom(seed);
      drawn = random.ints((long) resamples * scenarios, 0, scenarios).toArray();
      drawnOf = scenarios;
    }
    return drawn;
  }

  /** Linear between the order statistics. */
  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int low = (int) at;
    int high = Math.min(sorted.length - 1, low + 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }
}
