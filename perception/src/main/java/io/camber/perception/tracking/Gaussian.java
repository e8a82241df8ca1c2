package io.camber.perception.tracking;

/** Mean and covariance of a small state, with the steps of an extended Kalman filter on it. Mutable; one owner. */
final class Gaussian {
  final int size;
  final double[] mean;

  /** Row major. */
  final double[] covariance;

  private final double[] scratch;

  Gaussian(int size) {
    this.size = size;
    this.mean = new double[size];
    this.covariance = new double[size * size];
    this.scratch = new double[size * size];
  }

  void copyFrom(Gaussian other) {
    System.arraycopy(other.mean, 0, mean, 0, size);
    System.arraycopy(other.covariance, 0, covariance, 0, size * size);
  }

  double variance(int i) {
    return covariance[i * size + i];
  }

  /** Sets one component to what is known from elsewhere: it no longer has an error in common with the others. */
  void set(int i, double value, double variance) {
    mean[i] = value;
    for (int j = 0; j < size; j++) {
      covariance[i * size + j] = 0.0;
      covariance[j * size + i] = 0.0;
    }
    covariance[i * size + i] = variance;
  }

  /** {@code P = F P F' + diag(noise)}. */
  void propagate(double[] jacobian, double[] noise) {
    int n = size;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0.0;
        for (int k = 0; k < n; k++) {
          sum += jacobian[i * n + k] * covariance[k * n + j];
        }
        scratch[i * n + j] = sum;
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0.0;
        for (int k = 0; k < n; k++) {
          sum += scratch[i * n + k] * jacobian[j * n + k];
        }
        covariance[i * n + j] = sum;
      }
      covariance[i * n + i] += noise[i];
    }
  }

  /**
   * One scalar measurement {@code row . state} with innovation and variance already known; sequential updates equal the joint
   * one as long as their noises are independent.
   *
   * @return log likelihood of the innovation
   */
  double update(double[] row, double innovation, double measurementVariance) {
    int n = size;
    double s = measurementVariance;
    for (int i = 0; i < n; i++) {
      double sum = 0.0;
      for (int k = 0; k < n; k++) {
        sum += covariance[i * n + k] * row[k];
      }
      scratch[i] = sum;
      s += row[i] * sum;
    }
    for (int i = 0; i < n; i++) {
      mean[i] += scratch[i] / s * innovation;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        covariance[i * n + j] -= scratch[i] * scratch[j] / s;
      }
    }
    return -0.5 * (innovation * innovation / s + StrictMath.log(2.0 * Math.PI * s));
  }

  /** Keeps every variance at or above its floor: a filter that is too sure of itself loses its object. */
  void floor(double[] varianceMin) {
    for (int i = 0; i < size; i++) {
      covariance[i * size + i] = Math.max(covariance[i * size + i], varianceMin[i]);
    }
  }

  /** Mirrors state components: {@code x_i = sign_i x_i}. */
  void mirror(double[] sign) {
    for (int i = 0; i < size; i++) {
      mean[i] *= sign[i];
      for (int j = 0; j < size; j++) {
        covariance[i * size + j] *= sign[i] * sign[j];
      }
    }
  }
}
