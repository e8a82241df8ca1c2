package io.camber.localization.leastsquares;

/** Weighted linear least squares with few unknowns, by Cholesky. */
public final class NormalEquations {
  private final int n;
  private final double[][] a;
  private final double[] b;

  public NormalEquations(int unknowns) {
    n = unknowns;
    a = new double[n][n];
    b = new double[n];
  }

  /** One equation {@code row * unknowns = value}. */
  public void add(double[] row, double value, double weight) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] += weight * row[i] * row[j];
      }
      b[i] += weight * row[i] * value;
    }
  }

  /** The inverse of the normal matrix: the covariance for unit weights; NaN where it is singular. */
  public double[][] covariance() {
    double[][] inverse = new double[n][n];
    double[][] lower = cholesky();
    for (int column = 0; column < n; column++) {
      double[] unit = new double[n];
      unit[column] = 1.0;
      double[] solved = substitute(lower, unit);
      for (int row = 0; row < n; row++) {
        inverse[row][column] = solved[row];
      }
    }
    return inverse;
  }

  public double[] solve() {
    return substitute(cholesky(), b);
  }

  private double[][] cholesky() {
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
    return lower;
  }

  private double[] substitute(double[][] lower, double[] right) {
    double[] z = right.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        z[i] -= lower[i][k] * z[k];
      }
      z[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        z[i] -= lower[k][i] * z[k];
      }
      z[i] /= lower[i][i];
    }
    return z;
  }
}
