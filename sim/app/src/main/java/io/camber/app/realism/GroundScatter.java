package io.camber.app.realism;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How rough the ground of one sweep is: scatter about planes of least squares over square metres, 6 to 15 m away. */
final class GroundScatter {
  private static final double NEAR_M = 6.0;
  private static final double FAR_M = 15.0;
  private static final double BAND_M = 0.35;
  private static final int POINTS_MIN = 10;

  private final double mountZ;
  private final Map<Long, List<double[]>> cells = new TreeMap<>();

  GroundScatter(double mountZ) {
    this.mountZ = mountZ;
  }

  void add(double x, double y, double z) {
    double level = Math.sqrt(x * x + y * y);
    if (level > NEAR_M && level < FAR_M && Math.abs(z + mountZ) < BAND_M) {
      long cell = (long) Math.floor(x) * 1_000 + (long) Math.floor(y);
      cells.computeIfAbsent(cell, key -> new ArrayList<>()).add(new double[] {x, y, z});
    }
  }

  /** Standard deviation of each square metre that has enough points. */
  List<Double> stdM() {
    return cells.values().stream()
        .filter(cell -> cell.size() >= POINTS_MIN)
        .map(GroundScatter::scatter)
        .toList();
  }

  private static double scatter(List<double[]> cell) {
    double n = cell.size();
    double[] mean = new double[3];
    for (double[] point : cell) {
      for (int axis = 0; axis < 3; axis++) {
        mean[axis] += point[axis] / n;
      }
    }
    // A grain of regularity, so that points on one row still give a plane.
    double xx = 1e-9;
    double xy = 0.0;
    double yy = 1e-9;
    double xz = 0.0;
    double yz = 0.0;
    double zz = 0.0;
    for (double[] point : cell) {
      double x = point[0] - mean[0];
      double y = point[1] - mean[1];
      double z = point[2] - mean[2];
      xx += x * x;
      xy += x * y;
      yy += y * y;
      xz += x * z;
      yz += y * z;
      zz += z * z;
    }
    double determinant = xx * yy - xy * xy;
    double a = (xz * yy - yz * xy) / determinant;
    double b = (yz * xx - xz * xy) / determinant;
    return Math.sqrt(Math.max(0.0, zz - a * xz - b * yz) / (n - 3.0));
  }
}
