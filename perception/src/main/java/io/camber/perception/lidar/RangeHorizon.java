package io.camber.perception.lidar;

import java.util.Arrays;

/**
 * Nearest obstacle in each direction from the sensor: tells whether the end of a visible surface is a real end or where
 * something nearer hides the rest.
 */
final class RangeHorizon {
  static final int BINS = 1440;

  /** Ranges that differ by less belong to one surface. */
  private static final double SEPARATION_M = 0.8;

  /** How many bins beyond an end are searched for a nearer thing. */
  private static final int REACH = 2;

  private final float[] nearest = new float[BINS];
  private double sensorX;
  private double sensorY;

  /** Takes over the obstacles of one sweep as seen from the sensor's place in {@code base_link}. */
  void scan(PointCloud cloud, double sensorXM, double sensorYM) {
    sensorX = sensorXM;
    sensorY = sensorYM;
    Arrays.fill(nearest, Float.POSITIVE_INFINITY);
    for (int i = 0; i < cloud.size; i++) {
      int bin = bin(cloud.x[i], cloud.y[i]);
      nearest[bin] = Math.min(nearest[bin], range(cloud.x[i], cloud.y[i]));
    }
  }

  double sensorX() {
    return sensorX;
  }

  double sensorY() {
    return sensorY;
  }

  int bin(double x, double y) {
    return Azimuths.bin(x - sensorX, y - sensorY, BINS);
  }

  float range(double x, double y) {
    double dx = x - sensorX;
    double dy = y - sensorY;
    return (float) Math.sqrt(dx * dx + dy * dy);
  }

  /** True when something nearer stands before a point in this direction, which may hide what is below it. */
  boolean isShadowed(int bin, double rangeM) {
    return nearest[bin] < rangeM - SEPARATION_M;
  }

  /**
   * True when something nearer stands right beside the direction of a surface end.
   *
   * @param direction +1 to look counter-clockwise beyond the end, -1 clockwise
   */
  boolean isHiddenBeyond(int endBin, double endRangeM, int direction) {
    for (int step = 1; step <= REACH; step++) {
      int bin = Math.floorMod(endBin + direction * step, BINS);
      if (nearest[bin] < endRangeM - SEPARATION_M) {
        return true;
      }
    }
    return false;
  }
}
