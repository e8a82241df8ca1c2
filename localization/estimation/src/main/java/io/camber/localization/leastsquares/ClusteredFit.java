package io.camber.localization.leastsquares;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Linear least squares whose residuals agree within clusters (one keyframe, one stretch of road) and not between them. The
 * covariance is the cluster-robust one (Liang and Zeger 1986), so a thousand samples of one bend are not a thousand measurements.
 */
public final class ClusteredFit {
  /** Residuals beyond so many times their median are outliers. */
  private static final double OUTLIER = 5.0;

  /** Standard deviations of a normal distribution in its median absolute value. */
  private static final double STD_PER_MEDIAN = 1.4826;

  /** Of the largest value: smaller residuals are rounding. */
  private static final double ROUNDING = 1e-12;

  private static final int ROUNDS = 3;

  private final int unknowns;
  private final List<Row> rows = new ArrayList<>();

  private static final class Row {
    private final long cluster;
    private final double[] factors;
    private final double value;

    Row(long cluster, double[] factors, double value) {
      this.cluster = cluster;
      this.factors = factors;
      this.value = value;
    }
  }

  /** Values and their standard deviations, by index; all finite. */
  public static final class Solution {
    private final double[] values;
    private final double[] stds;
    private final int clusters;
    private final int samples;

    private Solution(double[] values, double[] stds, int clusters, int samples) {
      this.values = values;
      this.stds = stds;
      this.clusters = clusters;
      this.samples = samples;
    }

    public double value(int k) {
      return values[k];
    }

    public double std(int k) {
      return stds[k];
    }

    /** Clusters with a row that is no outlier. */
    public int clusters() {
      return clusters;
    }

    /** Rows that are no outliers. */
    public int samples() {
      return samples;
    }
  }

  public ClusteredFit(int unknowns) {
    this.unknowns = unknowns;
  }

  /** Rows of a cluster follow each other. */
  public void add(long cluster, double[] row, double value) {
    rows.add(new Row(cluster, row, value));
  }

  public int size() {
    return rows.size();
  }

  /** Empty when the rows do not determine every unknown, or no more clusters than unknowns have a row that fits. */
  public Optional<Solution> solve() {
    double[] values = new double[unknowns];
    double gate = Double.POSITIVE_INFINITY;
    double[][] inverse = new double[0][0];
    for (int round = 0; round < ROUNDS; round++) {
      NormalEquations equations = new NormalEquations(unknowns);
      for (Row row : rows) {
        if (Math.abs(residual(row, values)) <= gate) {
          equations.add(row.factors, row.value, 1.0);
        }
      }
      values = equations.solve();
      inverse = equations.covariance();
      if (!Double.isFinite(Arrays.stream(values).sum())) {
        return Optional.empty();
      }
      gate = OUTLIER * scale(values, gate);
    }
    return robust(values, inverse, gate);
  }

  private Optional<Solution> robust(double[] values, double[][] inverse, double gate) {
    double[] variance = new double[unknowns];
    double[] score = new double[unknowns];
    int clusters = 0;
    int samples = 0;
    int fitting = 0;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double residual = residual(row, values);
      if (Math.abs(residual) <= gate) {
        fitting++;
        for (int k = 0; k < unknowns; k++) {
          score[k] += row.factors[k] * residual;
        }
      }
      boolean isLast = i + 1 == rows.size() || rows.get(i + 1).cluster != row.cluster;
      if (isLast && fitting > 0) {
        clusters++;
        samples += fitting;
        fitting = 0;
        close(score, inverse, variance);
      }
    }
    if (clusters <= unknowns) {
      return Optional.empty();
    }
    double small = clusters / (double) (clusters - unknowns);
    double[] stds = new double[unknowns];
    for (int k = 0; k < unknowns; k++) {
      stds[k] = Math.sqrt(small * variance[k]);
    }
    return Double.isFinite(Arrays.stream(stds).sum())
        ? Optional.of(new Solution(values, stds, clusters, samples))
        : Optional.empty();
  }

  private void close(double[] score, double[][] inverse, double[] variance) {
    for (int k = 0; k < unknowns; k++) {
      double step = 0.0;
      for (int j = 0; j < unknowns; j++) {
        step += inverse[k][j] * score[j];
      }
      variance[k] += step * step;
    }
    Arrays.fill(score, 0.0);
  }

  private static double residual(Row row, double[] values) {
    double residual = row.value;
    for (int k = 0; k < values.length; k++) {
      residual -= row.factors[k] * values[k];
    }
    return residual;
  }

  /** One sigma of what is no outlier. Where most rows fit exactly the median says nothing, but how far the others are off does. */
  private double scale(double[] values, double gate) {
    double[] sizes = rows.stream()
        .mapToDouble(row -> Math.abs(residual(row, values)))
        .sorted()
        .toArray();
    double rounding =
        ROUNDING * rows.stream().mapToDouble(row -> Math.abs(row.value)).max().orElse(0.0);
    double median = sizes.length == 0 ? 0.0 : sizes[sizes.length / 2];
    if (STD_PER_MEDIAN * median > rounding) {
      return STD_PER_MEDIAN * median;
    }
    double square = Arrays.stream(sizes)
        .filter(size -> size <= gate)
        .map(size -> size * size)
        .average()
        .orElse(0.0);
    return Math.max(rounding, Math.sqrt(square));
  }
}
