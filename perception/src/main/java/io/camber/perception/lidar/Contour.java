package io.camber.perception.lidar;

/**
 * The outline of a cluster that faces the sensor: its nearest body-height point in each direction. Leaves out roofs and
 * whatever is seen through windows, which would pull a fitted corner inward. Scratch of one detector, refilled per cluster.
 */
final class Contour {
  /** Wheels, bumpers and doors of a car; legs and trunk of a person. */
  private static final double HEIGHT_M_MAX = 1.9;

  private final int[] slotOfBin = new int[RangeHorizon.BINS];
  private final int[] usedBins = new int[RangeHorizon.BINS];
  private final float[] ranges = new float[RangeHorizon.BINS];
  final float[] x = new float[RangeHorizon.BINS];
  final float[] y = new float[RangeHorizon.BINS];
  int size;

  /** True when something nearer hides the counter-clockwise end. */
  boolean isLeftHidden;

  /** True when something nearer hides the clockwise end. */
  boolean isRightHidden;

  /** Index of the counter-clockwise end. */
  int left;

  /** Index of the clockwise end. */
  int right;

  void trace(Cluster cluster, RangeHorizon horizon) {
    size = 0;
    gather(cluster, horizon, cluster.heightMin < HEIGHT_M_MAX - 0.3 ? HEIGHT_M_MAX : 99.0);
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

  private void findEnds(Cluster cluster, RangeHorizon horizon) {
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
