package io.camber.evaluation.calibration;

/** Straight line {@code y = offset + slope x} by least squares. */
final class LineFit {
  /** Of the mean square of x: less change is rounding. */
  private static final double CHANGE_MIN = 1e-9;

  private long count;
  private double sumX;
  private double sumY;
  private double sumXx;
  private double sumXy;

  void add(double x, double y) {
    count++;
    sumX += x;
    sumY += y;
    sumXx += x * x;
    sumXy += x * y;
  }

  long count() {
    return count;
  }

  /** NaN when x never changed. */
  double slope() {
    double spread = count * sumXx - sumX * sumX;
    return spread > CHANGE_MIN * count * sumXx
        ? (count * sumXy - sumX * sumY) / spread
        : Double.NaN;
  }

  double offset() {
    return (sumY - slope() * sumX) / count;
  }
}
