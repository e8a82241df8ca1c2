package io.camber.perception.lidar;

/**
 * Azimuth bins without trigonometry: the diamond angle grows monotonically with the true angle and costs one division. A
 * bin is up to twice as wide (in true angle) on the diagonals as on the axes.
 */
final class Azimuths {
  private Azimuths() {}

  /** Bin of a direction among {@code count} around the circle, counted counter-clockwise from straight behind. */
  static int bin(double x, double y, int count) {
    double sum = Math.abs(x) + Math.abs(y);
    if (sum == 0.0) {
      return 0;
    }
    double p = y / sum;
    double diamond;
    if (x >= 0.0) {
      diamond = p;
    } else {
      diamond = y >= 0.0 ? 2.0 - p : -2.0 - p;
    }
    return Math.min(count - 1, (int) ((diamond + 2.0) * 0.25 * count));
  }
}
