package io.camber.evaluation.ground;

import java.util.Arrays;

/**
 * Height of the ground of one sweep, by those of its points that truly are ground: means of cells of half a metre, up to
 * {@value #REACH_M} m from {@code base_link}. Reused from sweep to sweep.
 */
final class TrueGround {
  private static final double CELL_M = 0.5;
  private static final double REACH_M = GroundPointScore.RANGE_M;
  private static final int SIDE = (int) (2.0 * REACH_M / CELL_M);

  /** The nearest ground may be so many cells away. */
  private static final int RINGS = 6;

  private final float[] sum = new float[SIDE * SIDE];
  private final int[] count = new int[SIDE * SIDE];

  void fill(LabelledSweep sweep) {
    Arrays.fill(sum, 0.0f);
    Arrays.fill(count, 0);
    for (int i = 0; i < sweep.size; i++) {
      int cell = cell(sweep.x[i], sweep.y[i]);
      if (cell >= 0 && sweep.pointClass(i).isGround()) {
        sum[cell] += sweep.z[i];
        count[cell]++;
      }
    }
  }

  private static int cell(double x, double y) {
    int column = (int) Math.floor((x + REACH_M) / CELL_M);
    int row = (int) Math.floor((y + REACH_M) / CELL_M);
    boolean isInside = column >= 0 && column < SIDE && row >= 0 && row < SIDE;
    return isInside ? row * SIDE + column : -1;
  }

  /** Height of a point above the nearest ground; NaN where none was seen within 3 m. */
  double above(double x, double y, double z) {
    int middle = cell(x, y);
    if (middle < 0) {
      return Double.NaN;
    }
    for (int ring = 0; ring <= RINGS; ring++) {
      double ground = ring(middle % SIDE, middle / SIDE, ring);
      if (!Double.isNaN(ground)) {
        return z - ground;
      }
    }
    return Double.NaN;
  }

  /** Mean height of the points in the cells that are so many away, along either axis. */
  private double ring(int column, int row, int ring) {
    double heights = 0.0;
    int points = 0;
    for (int r = Math.max(0, row - ring); r <= Math.min(SIDE - 1, row + ring); r++) {
      boolean isEnd = Math.abs(r - row) == ring;
      int step = isEnd ? 1 : Math.max(1, 2 * ring);
      for (int c = column - ring; c <= column + ring; c += step) {
        if (c >= 0 && c < SIDE) {
          heights += sum[r * SIDE + c];
          points += count[r * SIDE + c];
        }
      }
    }
    return points == 0 ? Double.NaN : heights / points;
  }
}
