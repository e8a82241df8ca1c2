package io.camber.evaluation.statistics;

import java.util.Arrays;

/** A growing bag of numbers with order statistics; NaN when empty. */
public final class Samples {
  private double[] values = new double[64];
  private int size;

  public void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  public int size() {
    return size;
  }

  /** The smallest sample that at least {@code share} of all samples do not exceed (nearest rank). */
  public double quantile(double share) {
    if (size == 0) {
      return Double.NaN;
    }
    double[] sorted = toArray();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(share * size);
    return sorted[Math.max(0, Math.min(size, rank) - 1)];
  }

  public double max() {
    double max = Double.NaN;
    for (int i = 0; i < size; i++) {
      max = i == 0 ? values[i] : Math.max(max, values[i]);
    }
    return max;
  }

  public double min() {
    double min = Double.NaN;
    for (int i = 0; i < size; i++) {
      min = i == 0 ? values[i] : Math.min(min, values[i]);
    }
    return min;
  }

  public double mean() {
    double sum = 0.0;
    for (int i = 0; i < size; i++) {
      sum += values[i];
    }
    return size == 0 ? Double.NaN : sum / size;
  }

  /** Root of the mean square. */
  public double rms() {
    double sum = 0.0;
    for (int i = 0; i < size; i++) {
      sum += values[i] * values[i];
    }
    return size == 0 ? Double.NaN : Math.sqrt(sum / size);
  }

  /** In order of arrival. */
  public double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
