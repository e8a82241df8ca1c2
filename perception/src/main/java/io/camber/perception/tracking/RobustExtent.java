package io.camber.perception.tracking;

import java.util.Arrays;

/**
 * One extent of a body over its last sightings: an upper quantile, for most boxes show too little of it, but not the largest,
 * for now and then one swallows a neighbour.
 */
final class RobustExtent {
  private static final int SIGHTINGS = 15;
  private static final double QUANTILE = 0.7;

  private final double[] seen = new double[SIGHTINGS];
  private final double[] sorted = new double[SIGHTINGS];
  private int count;
  private int next;

  void add(double extentM) {
    seen[next] = extentM;
    next = (next + 1) % SIGHTINGS;
    count = Math.min(SIGHTINGS, count + 1);
  }

  void restart(double extentM) {
    count = 0;
    next = 0;
    add(extentM);
  }

  double extentM() {
    System.arraycopy(seen, 0, sorted, 0, count);
    Arrays.sort(sorted, 0, count);
    return sorted[(int) Math.rint(QUANTILE * (count - 1))];
  }
}
