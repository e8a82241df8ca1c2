package io.camber.localization.odometry;

import java.util.Arrays;

/**
 * What stands around a sweep, as normal distributions of its points in cells of 1 m (Magnusson 2009, ch. 6), seen from above in
 * layers of height. Cells that a wall fills say only how far it is, along its normal; poles say where they are; bushes say nothing.
 */
final class CellMap {
  static final double LOWEST_M = 0.4;
  static final double HIGHEST_M = 6.4;
  private static final int SIDE = 124;
  private static final int LAYERS = 6;
  private static final int POINTS_MIN = 5;

  /** Thinner than this across is a surface; noise of the range included. */
  private static final double SURFACE_M = 0.08;

  /** Smaller than this both ways is a pole. */
  private static final double POLE_M = 0.15;

  /** So much longer than thick is a wall. */
  private static final double WALL_RATIO = 4.0;

  private static final double NOISE_M = 0.02;

  private final int[] count = new int[SIDE * SIDE * LAYERS];
  private final double[] sums = new double[5 * SIDE * SIDE * LAYERS];
  private final boolean[] useful = new boolean[SIDE * SIDE * LAYERS];

  /** Refills the map. */
  void fill(Cloud cloud) {
    Arrays.fill(count, 0);
    Arrays.fill(sums, 0.0);
    Arrays.fill(useful, false);
    for (int i = 0; i < cloud.size; i++) {
      int cell = cell(cloud.x[i], cloud.y[i], cloud.z[i]);
      if (cell >= 0) {
        add(cell, cloud.x[i], cloud.y[i]);
      }
    }
    for (int cell = 0; cell < count.length; cell++) {
      useful[cell] = count[cell] >= POINTS_MIN && shape(5 * cell, count[cell]);
    }
  }

  private void add(int cell, double x, double y) {
    int at = 5 * cell;
    count[cell]++;
    sums[at] += x;
    sums[at + 1] += y;
    sums[at + 2] += x * x;
    sums[at + 3] += x * y;
    sums[at + 4] += y * y;
  }

  /** Turns sums into mean and information matrix; false when the cell is of no use. */
  private boolean shape(int at, int n) {
    double mx = sums[at] / n;
    double my = sums[at + 1] / n;
    double cxx = sums[at + 2] / n - mx * mx;
    double cxy = sums[at + 3] / n - mx * my;
    double cyy = sums[at + 4] / n - my * my;
    double half = 0.5 * (cxx + cyy);
    double root = Math.sqrt(0.25 * (cxx - cyy) * (cxx - cyy) + cxy * cxy);
    double thin = Math.sqrt(Math.max(0.0, half - root));
    double wide = Math.sqrt(half + root);
    double angle = 0.5 * StrictMath.atan2(2.0 * cxy, cxx - cyy);
    // The normal of a wall is across its long axis.
    double nx = -StrictMath.sin(angle);
    double ny = StrictMath.cos(angle);
    double weight = 1.0 / (thin * thin + NOISE_M * NOISE_M);
    sums[at] = mx;
    sums[at + 1] = my;
    if (thin > SURFACE_M) {
      return false;
    }
    if (wide > WALL_RATIO * thin && wide > POLE_M) {
      sums[at + 2] = weight * nx * nx;
      sums[at + 3] = weight * nx * ny;
      sums[at + 4] = weight * ny * ny;
      return true;
    }
    double along = 1.0 / (wide * wide + NOISE_M * NOISE_M);
    sums[at + 2] = weight * nx * nx + along * ny * ny;
    sums[at + 3] = (weight - along) * nx * ny;
    sums[at + 4] = weight * ny * ny + along * nx * nx;
    return wide <= POLE_M;
  }

  /** The useful cell around a point that explains it best; -1 when there is none. */
  int nearest(double x, double y, double z) {
    int middle = cell(x, y, z);
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; middle >= 0 && k < 9; k++) {
      int cell = middle + (k / 3 - 1) * SIDE + (k % 3 - 1);
      if (cell >= 0 && cell < useful.length && useful[cell]) {
        double dx = x - sums[5 * cell];
        double dy = y - sums[5 * cell + 1];
        double distance = dx * dx + dy * dy;
        if (distance < 1.0 && distance < least) {
          least = distance;
          best = cell;
        }
      }
    }
    return best;
  }

  /** Value {@code k} of a cell: mean x and y, then the information matrix xx, xy, yy. */
  double value(int cell, int k) {
    return sums[5 * cell + k];
  }

  private static int cell(double x, double y, double z) {
    int layer = (int) Math.floor(z - LOWEST_M);
    int column = (int) Math.floor(x) + SIDE / 2;
    int row = (int) Math.floor(y) + SIDE / 2;
    boolean inside = layer >= 0
        && layer < LAYERS
        && column > 0
        && column < SIDE - 1
        && row > 0
        && row < SIDE - 1;
    return inside ? (layer * SIDE + row) * SIDE + column : -1;
  }
}
