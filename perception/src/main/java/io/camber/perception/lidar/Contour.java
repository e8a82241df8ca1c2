package io.camber.perception.lidar;

import java.util.Arrays;

/**
 * The outline of a cluster that faces the sensor: its nearest body-height point in each direction. Leaves out roofs and
 * whatever is seen through windows, which would pull a fitted corner inward. Scratch of one detector, refilled per cluster.
 */
final class Contour {
  /** Neighbours on an outline are at most so many bins apart. */
  private static final int NEIGHBOUR_BINS = 3;

  /** Fewer points say nothing about a surface. */
  private static final int TRIPLES_MIN = 5;

  /** Wheels, bumpers and doors of a car; legs and trunk of a person. */
  private static final double HEIGHT_M_MAX = 1.9;

  private final int[] slotOfBin = new int[RangeHorizon.BINS];
  private final int[] usedBins = new int[RangeHorizon.BINS];
  private final int[] sortedBins = new int[RangeHorizon.BINS];
  private final double[] offLine = new double[RangeHorizon.BINS];
  private final float[] ranges = new float[RangeHorizon.BINS];
  final float[] x = new float[RangeHorizon.BINS];
  final float[] y = new float[RangeHorizon.BINS];
  int size;

  /** True when something nearer hides the counter-clockwise end. */
  boolean isLeftHidden;

  /** True when something nearer hides the clockwise end. */
  boolean isRightHidden;

  /**
   * Median distance of an outline point from the line between its neighbours, m: centimetres on sheet metal whatever its
   * corners, more on leaves, fences and heaps. 0 where too little is seen to tell.
   */
  double roughnessM;

  /** True when something nearer stands before any part of it. */
  boolean isShadowed;

  /** Index of the counter-clockwise end. */
  int left;

  /** Index of the clockwise end. */
  int right;

  void trace(Cluster cluster, RangeHorizon horizon) {
    size = 0;
    gather(cluster, horizon, cluster.heightMin < HEIGHT_M_MAX - 0.3 ? HEIGHT_M_MAX : 99.0);
    roughnessM = roughness();
    for (int k = 0; k < size; k++) {
      slotOfBin[usedBins[k]] = 0;
    }
    findEnds(cluster, horizon);
  }

  private void gather(Cluster cluster, RangeHorizon horizon, double heightMax) {
    for (int i = 0; i < cluster.size(); i++) {
      if (cluster.height[i] > heightMax) {
        continue;
      }
      int bin = horizon.bin(cluster.x[i], cluster.y[i]);
      float range = horizon.range(cluster.x[i], cluster.y[i]);
      int slot = slotOfBin[bin] - 1;
      if (slot < 0) {
        slot = size++;
        slotOfBin[bin] = slot + 1;
        usedBins[slot] = bin;
      } else if (range >= ranges[slot]) {
        continue;
      }
      ranges[slot] = range;
      x[slot] = cluster.x[i];
      y[slot] = cluster.y[i];
    }
  }

  private double roughness() {
    System.arraycopy(usedBins, 0, sortedBins, 0, size);
    Arrays.sort(sortedBins, 0, size);
    int triples = 0;
    for (int k = 1; k + 1 < size; k++) {
      int before = sortedBins[k] - sortedBins[k - 1];
      int after = sortedBins[k + 1] - sortedBins[k];
      if (before <= NEIGHBOUR_BINS && after <= NEIGHBOUR_BINS) {
        offLine[triples++] = offLine(sortedBins[k - 1], sortedBins[k], sortedBins[k + 1]);
      }
    }
    Arrays.sort(offLine, 0, triples);
    return triples < TRIPLES_MIN ? 0.0 : offLine[triples / 2];
  }

  /** Distance of the middle one of three outline points from the line through the others. */
  private double offLine(int fromBin, int middleBin, int toBin) {
    int from = slotOfBin[fromBin] - 1;
    int middle = slotOfBin[middleBin] - 1;
    int to = slotOfBin[toBin] - 1;
    double dx = x[to] - x[from];
    double dy = y[to] - y[from];
    double cross = dx * (y[middle] - y[from]) - dy * (x[middle] - x[from]);
    return Math.abs(cross) / Math.max(1e-3, Math.sqrt(dx * dx + dy * dy));
  }

  private void findEnds(Cluster cluster, RangeHorizon horizon) {
    isShadowed = false;
    for (int k = 0; k < size; k++) {
      isShadowed |= horizon.isShadowed(usedBins[k], ranges[k]);
    }
    double cx = cluster.centroidX - horizon.sensorX();
    double cy = cluster.centroidY - horizon.sensorY();
    double most = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < size; k++) {
      double dx = x[k] - horizon.sensorX();
      double dy = y[k] - horizon.sensorY();
      double turn = (cx * dy - cy * dx) / Math.max(1e-6, cx * dx + cy * dy);
      if (turn > most) {
        most = turn;
        left = k;
      }
      if (turn < least) {
        least = turn;
        right = k;
      }
    }
    isLeftHidden = horizon.isHiddenBeyond(usedBins[left], ranges[left], 1);
    isRightHidden = horizon.isHiddenBeyond(usedBins[right], ranges[right], -1);
  }
}
