package io.camber.evaluation.comfort;

/**
 * Savitzky-Golay smoothing and differentiation of evenly sampled series (Savitzky and Golay 1964): a polynomial is fitted to
 * the samples of a window and evaluated where the sample stands.
 *
 * <p>Agrees with {@code scipy.signal.savgol_filter} in mode {@code interp}, which the published comfort bounds were set
 * with: near the ends the polynomial of the first or last full window is used, and windows of even length w look at
 * samples i - w/2 + 1 to i + w/2 and evaluate in their middle, half a sample late.
 */
final class SavitzkyGolay {
  private SavitzkyGolay() {}

  /**
   * The smoothed series or one of its derivatives.
   *
   * @param window samples per fit; shrinks to the length of the series
   * @param order of the polynomial; shrinks below the window
   * @param derivative 0, 1 or 2
   * @param stepS time between samples
   */
  static double[] filter(double[] series, int window, int order, int derivative, double stepS) {
    int count = series.length;
    int width = Math.min(window, count);
    int degree = Math.min(order, width - 1);
    double[] filtered = new double[count];
    if (degree < derivative) {
      return filtered;
    }
    int half = width / 2;
    double middle = (width - 1) / 2.0;
    double[] inner = weights(width, degree, derivative, middle, stepS);
    for (int i = 0; i < count; i++) {
      int first = i - half + (width % 2 == 0 ? 1 : 0);
      if (i < half) {
        filtered[i] = dot(weights(width, degree, derivative, i, stepS), series, 0);
      } else if (i >= count - half) {
        int start = count - width;
        filtered[i] = dot(weights(width, degree, derivative, i - start, stepS), series, start);
      } else {
        filtered[i] = dot(inner, series, first);
      }
    }
    return filtered;
  }

  private static double dot(double[] weights, double[] series, int first) {
    double sum = 0.0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * series[first + i];
    }
    return sum;
  }

  /**
   * Weights of the window's samples. With V the Vandermonde matrix about {@code at}, the fit's coefficients are
   * (V'V)^-1 V'y; the derivative at {@code at} is d! times coefficient d.
   */
  private static double[] weights(int width, int degree, int derivative, double at, double stepS) {
    int terms = degree + 1;
    double[][] normal = new double[terms][terms + 1];
    for (int row = 0; row < terms; row++) {
      for (int column = 0; column < terms; column++) {
        for (int i = 0; i < width; i++) {
          normal[row][column] += power(i - at, row + column);
        }
      }
      normal[row][terms] = row == derivative ? 1.0 : 0.0;
    }
    double[] solution = solve(normal);
    double scale = factorial(derivative) / power(stepS, derivative);
    double[] weights = new double[width];
    for (int i = 0; i < width; i++) {
      for (int term = 0; term < terms; term++) {
        weights[i] += scale * solution[term] * power(i - at, term);
      }
    }
    return weights;
  }

  /** Gauss elimination with row pivoting; the last column is the right-hand side. */
  private static double[] solve(double[][] system) {
    int size = system.length;
    for (int pivot = 0; pivot < size; pivot++) {
      int best = pivot;
      for (int row = pivot + 1; row < size; row++) {
        best = Math.abs(system[row][pivot]) > Math.abs(system[best][pivot]) ? row : best;
      }
      double[] swapped = system[pivot];
      system[pivot] = system[best];
      system[best] = swapped;
      for (int row = pivot + 1; row < size; row++) {
        double factor = system[row][pivot] / system[pivot][pivot];
        for (int column = pivot; column <= size; column++) {
          system[row][column] -= factor * system[pivot][column];
        }
      }
    }
    double[] solution = new double[size];
    for (int row = size - 1; row >= 0; row--) {
      double rest = system[row][size];
      for (int column = row + 1; column < size; column++) {
        rest -= system[row][column] * solution[column];
      }
      solution[row] = rest / system[row][row];
    }
    return solution;
  }

  private static double power(double base, int exponent) {
    double product = 1.0;
    for (int i = 0; i < exponent; i++) {
      product *= base;
    }
    return product;
  }

  private static double factorial(int number) {
    return number <= 1 ? 1.0 : number * factorial(number - 1);
  }
}
