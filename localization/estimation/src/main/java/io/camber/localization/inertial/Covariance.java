package io.camber.localization.inertial;

import static io.camber.localization.inertial.ErrorIndex.SIZE;

/**
 * Symmetric covariance of the error state, row major. Mutable, allocates nothing after construction. Updates are scalar and
 * sequential, which for independent measurement noise equals the joint update (Maybeck, Stochastic Models, vol. 1, 5.7).
 */
final class Covariance {
  private final double[] p = new double[SIZE * SIZE];
  private final double[] ph = new double[SIZE];

  void copyFrom(Covariance other) {
    System.arraycopy(other.p, 0, p, 0, p.length);
  }

  double at(int row, int column) {
    return p[row * SIZE + column];
  }

  void setVariance(int index, double std) {
    for (int i = 0; i < SIZE; i++) {
      p[index * SIZE + i] = 0.0;
      p[i * SIZE + index] = 0.0;
    }
    p[index * SIZE + index] = std * std;
  }

  void addVariance(int index, double variance) {
    p[index * SIZE + index] += variance;
  }

  /** Keeps a variance from falling below what the model can honestly claim. */
  void floor(int index, double std) {
    int at = index * SIZE + index;
    p[at] = Math.max(p[at], std * std);
  }

  /** Error {@code target} gains {@code factor} times error {@code source}: row operation of P = F P F'. */
  void couple(int target, int source, double factor) {
    int t = target * SIZE;
    int s = source * SIZE;
    for (int i = 0; i < SIZE; i++) {
      p[t + i] += factor * p[s + i];
    }
    for (int i = 0; i < SIZE; i++) {
      p[i * SIZE + target] += factor * p[i * SIZE + source];
    }
  }

  void scale(int index, double factor) {
    for (int i = 0; i < SIZE; i++) {
      p[index * SIZE + i] *= factor;
    }
    for (int i = 0; i < SIZE; i++) {
      p[i * SIZE + index] *= factor;
    }
  }

  /** Variance of h'x. */
  double variance(double[] h) {
    double sum = 0.0;
    for (int i = 0; i < SIZE; i++) {
      if (h[i] != 0.0) {
        sum += h[i] * product(i, h);
      }
    }
    return sum;
  }

  /** Covariance of two measurement rows, h' P g. */
  double covariance(double[] h, double[] g) {
    double sum = 0.0;
    for (int i = 0; i < SIZE; i++) {
      if (h[i] != 0.0) {
        sum += h[i] * product(i, g);
      }
    }
    return sum;
  }

  /** Conditions on one measurement row; the gain times {@code innovation} is added to {@code correction}. */
  void update(double[] h, double variance, double innovation, double[] correction) {
    double s = variance;
    for (int i = 0; i < SIZE; i++) {
      ph[i] = product(i, h);
    }
    for (int i = 0; i < SIZE; i++) {
      s += h[i] * ph[i];
    }
    for (int i = 0; i < SIZE; i++) {
      double gain = ph[i] / s;
      correction[i] += gain * innovation;
      for (int j = 0; j <= i; j++) {
        double value = p[i * SIZE + j] - gain * ph[j];
        p[i * SIZE + j] = value;
        p[j * SIZE + i] = value;
      }
    }
  }

  private double product(int row, double[] h) {
    double sum = 0.0;
    int at = row * SIZE;
    for (int j = 0; j < SIZE; j++) {
      sum += p[at + j] * h[j];
    }
    return sum;
  }
}
