package io.camber.localization.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * Linear least squares whose residuals agree within clusters (one keyframe, one stretch of road) and not between them. The
 * covariance is the cluster-robust one (Liang and Zeger 1986), so a thousand samples of one bend are not a thousand measurements.
 */
final class ClusteredFit {
  /** Residuals beyond so many times their median are outliers. */
  private static final double OUTLIER = 5.0;

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

  /** Values and their standard deviations, by index. */
  static final class Solution {
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

    double value(int k) {
      return values[k];
    }

    double std(int k) {
      return stds[k];
    }

    int clusters() {
      return clusters;
    }

    /** Rows that are no outliers. */
    int samples() {
      return samples;
    }
  }

  ClusteredFit(int unknowns) {
    this.unknowns = unknowns;
  }

  /** Rows of a cluster follow each other. */
  void add(long cluster, double[] row, double value) {
    rows.add(new Row(cluster, row, value));
  }

  int size() {
    return rows.size();
  }

  /** NaN where nothing determines an unknown. */
  Solution solve() {
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
      gate = OUTLIER * 1.4826 * medianResidual(values);
    }
    return robust(values, inverse, gate);
  }

  private Solution robust(double[] values, double[][] inverse, double gate) {
    double[] variance = new double[unknowns];
    double[] score = new double[unknowns];
    int clusters = 0;
    int samples = 0;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double residual = residual(row, values);
      if (Math.abs(residual) <= gate) {
        samples++;
        for (int k = 0; k < unknowns; k++) {
          score[k] += row.factors[k] * residual;
        }
      }
      boolean isLast = i + 1 == rows.size() || rows.get(i + 1).cluster != row.cluster;
      if (isLast) {
        clusters++;
        close(score, inverse, variance);
      }
    }
    double small = clusters > unknowns ? clusters / (double) (clusters - unknowns) : Double.NaN;
    double[] stds = new double[unknowns];
    for (int k = 0; k < unknowns; k++) {
      stds[k] = Math.sqrt(small * variance[k]);
    }
    return new Solution(values, stds, clusters, samples);
  }

  private void close(double[] score, double[][] inverse, double[] variance) {
    for (int k = 0; k < unknowns; k++) {
      double step = 0.0;
      for (int j = 0; j < unknowns; j++) {
        step += inverse[k][j] * score[j];
      }
      variance[k] += step * step;
    }
    java.util.Arrays.fill(score, 0.0);
  }

  private static double residual(Row row, double[] values) {
    double residual = row.value;
    for (int k = 0; k < values.length; k++) {
      residual -= row.factors[k] * values[k];
    }
    return residual;
  }

  private double medianResidual(double[] values) {
    double[] sorted = rows.stream()
        .mapToDouble(row -> Math.abs(residual(row, values)))
        .sorted()
        .toArray();
    return sorted.length == 0 ? 0.0 : sorted[sorted.length / 2];
  }
}
