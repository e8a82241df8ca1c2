package io.camber.app.realism;

import io.camber.geometry.Vec2;
import io.camber.sensing.LidarSweep;
import java.util.List;

/** Where a device that turns fired during a sweep, as far as the points that came back tell: rows, and how many shots each had. */
final class Shots {
  private static final int ROWS_MAX = 256;

  private final double[] elevationSum = new double[ROWS_MAX];
  private final int[] points = new int[ROWS_MAX];
  private double perRad;

  Shots(LidarSweep sweep) {
    for (int i = 0; i < sweep.size(); i++) {
      int row = Math.min(ROWS_MAX - 1, sweep.ring(i));
      points[row]++;
      elevationSum[row] += StrictMath.atan2(sweep.z(i), StrictMath.hypot(sweep.x(i), sweep.y(i)));
      perRad = Math.max(perRad, points[row] / (2.0 * Math.PI));
    }
  }

  /**
   * Shots into the outline of an upright box that stands freely; corners and heights as the sensor sees them. Its foot is
   * taken where it is nearest, its roof in its middle.
   */
  double into(List<Vec2> corners, double lowM, double highM) {
    double x = 0.0;
    double y = 0.0;
    double near = Double.POSITIVE_INFINITY;
    for (Vec2 corner : corners) {
      x += corner.x() / corners.size();
      y += corner.y() / corners.size();
      near = Math.min(near, StrictMath.hypot(corner.x(), corner.y()));
    }
    double least = 0.0;
    double most = 0.0;
    for (Vec2 corner : corners) {
      double aside =
          StrictMath.atan2(x * corner.y() - y * corner.x(), x * corner.x() + y * corner.y());
      least = Math.min(least, aside);
      most = Math.max(most, aside);
    }
    double down = StrictMath.atan2(lowM, near);
    double up = StrictMath.atan2(highM, StrictMath.hypot(x, y));
    int rows = 0;
    for (int row = 0; row < ROWS_MAX; row++) {
      double elevation = points[row] == 0 ? Double.NaN : elevationSum[row] / points[row];
      rows += elevation >= down && elevation <= up ? 1 : 0;
    }
    return perRad * (most - least) * rows;
  }
}
