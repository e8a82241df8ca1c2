package io.camber.perception.lidar;

import io.camber.sensing.LidarSweep;

/**
 * The solid angle into which one sweep's returns go, as the returns themselves show it: from the lowest beam to the highest, over
 * the part of the horizon where any come from. Devices differ in both, and calibrations do not tell. Measured when first asked for.
 */
final class SweepField {
  /** Nearer returns do not show their beam's elevation: beams leave the device at different heights. */
  private static final double RANGE_M_MIN = 4.0;

  /** One sector of the horizon: wider than the spacing of any device's columns. */
  private static final int SECTORS = 120;

  private final LidarSweep sweep;
  private double pointsPerSr = Double.NaN;

  SweepField(LidarSweep sweep) {
    this.sweep = sweep;
  }

  /** Returns in a steradian of the field, on average; 0 when there are none far enough away. */
  double pointsPerSr() {
    if (Double.isNaN(pointsPerSr)) {
      pointsPerSr = measure();
    }
    return pointsPerSr;
  }

  private double measure() {
    boolean[] seen = new boolean[SECTORS];
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    int sectors = 0;
    int points = 0;
    for (int i = 0; i < sweep.size(); i++) {
      double x = sweep.x(i);
      double y = sweep.y(i);
      double z = sweep.z(i);
      double level = Math.sqrt(x * x + y * y);
      if (!(level >= RANGE_M_MIN) || !Double.isFinite(level + z)) {
        continue;
      }
      points++;
      double slope = z / level;
      lowest = Math.min(lowest, slope);
      highest = Math.max(highest, slope);
      int sector = Azimuths.bin(x, y, SECTORS);
      sectors += seen[sector] ? 0 : 1;
      seen[sector] = true;
    }
    double height = sine(highest) - sine(lowest);
    return height > 0.0 ? points / (height * 2.0 * Math.PI * sectors / SECTORS) : 0.0;
  }

  private static double sine(double slope) {
    return slope / Math.sqrt(1.0 + slope * slope);
  }
}
