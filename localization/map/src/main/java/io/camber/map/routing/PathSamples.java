package io.camber.map.routing;

/**
 * Samples of a path at equal steps of arc length, one array per quantity. A bulk buffer: filled by {@link PathSampler}, never
 * changed afterwards, not shared outside this package.
 *
 * @param laneStart station at which each lane of the path begins
 */
@SuppressWarnings("ArrayRecordComponent")
record PathSamples(
    double stepM,
    double[] x,
    double[] y,
    double[] z,
    double[] yaw,
    double[] cos,
    double[] sin,
    double[] curvature,
    double[] leftEdge,
    double[] rightEdge,
    double[] speedLimitMps,
    int[] laneIndex,
    double[] laneStart) {

  int count() {
    return x.length;
  }

  double lengthM() {
    return stepM * (count() - 1);
  }

  int nearest(double s) {
    return Math.max(0, Math.min(count() - 1, (int) Math.floor(s / stepM + 0.5)));
  }

  private int interval(double s) {
    return Math.max(0, Math.min(count() - 2, (int) Math.floor(s / stepM)));
  }

  /** Linear between samples, constant beyond the ends. */
  double linear(double s, double[] values) {
    int i = interval(s);
    double f = Math.max(0.0, Math.min(1.0, s / stepM - i));
    return values[i] + f * (values[i + 1] - values[i]);
  }

  /** A coordinate by cubic Hermite between samples whose slopes are the unit tangents; straight beyond the ends. */
  double position(double s, double[] values, double[] slopes) {
    int last = count() - 1;
    if (s <= 0.0) {
      return values[0] + s * slopes[0];
    }
    if (s >= lengthM()) {
      return values[last] + (s - lengthM()) * slopes[last];
    }
    int i = interval(s);
    double f = s / stepM - i;
    double g = 1.0 - f;
    return (1.0 + 2.0 * f) * g * g * values[i]
        + f * g * g * stepM * slopes[i]
        + f * f * (3.0 - 2.0 * f) * values[i + 1]
        - f * f * g * stepM * slopes[i + 1];
  }

  double cosAt(double s) {
    double c = linear(s, cos);
    double n = linear(s, sin);
    return c / Math.sqrt(c * c + n * n);
  }

  double sinAt(double s) {
    double c = linear(s, cos);
    double n = linear(s, sin);
    return n / Math.sqrt(c * c + n * n);
  }
}
