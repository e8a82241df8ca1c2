package io.camber.evaluation.statistics;

/**
 * Whether a series at equal steps is white noise: autocorrelation, and the portmanteau test of Ljung and Box 1978, On a measure of
 * lack of fit in time series models, Biometrika 65. The mean is taken off.
 */
public final class Whiteness {
  private Whiteness() {}

  /** Autocorrelation at a lag; NaN for a series that is constant or not longer than the lag. */
  public static double correlation(double[] values, int lag) {
    double mean = 0.0;
    for (double value : values) {
      mean += value / values.length;
    }
    double square = 0.0;
    double product = 0.0;
    for (int i = 0; i < values.length; i++) {
      double value = values[i] - mean;
      square += value * value;
      product += i >= lag ? value * (values[i - lag] - mean) : 0.0;
    }
    return square > 0.0 && values.length > lag ? product / square : Double.NaN;
  }

  /** Q over the first lags: near chi-square with as many degrees of freedom for white noise. */
  public static double ljungBox(double[] values, int lags) {
    double n = values.length;
    double sum = 0.0;
    for (int lag = 1; lag <= lags; lag++) {
      double correlation = correlation(values, lag);
      sum += correlation * correlation / (n - lag);
    }
    return n * (n + 2.0) * sum;
  }

  /** Probability that a chi-square variable with an even number of degrees of freedom is greater: a closed form. */
  public static double chiSquareTail(double value, int evenFreedom) {
    double half = value / 2.0;
    double term = 1.0;
    double sum = 0.0;
    for (int i = 0; i < evenFreedom / 2; i++) {
      term *= i == 0 ? 1.0 : half / i;
      sum += term;
    }
    return StrictMath.exp(-half) * sum;
  }
}
