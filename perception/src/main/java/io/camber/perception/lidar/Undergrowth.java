package io.camber.perception.lidar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What stands under a tree and grew together with it: the low part of those columns of a tall cluster that begin at the ground,
 * in pieces. Twigs begin higher. A trunk is such a piece, too, and looks like somebody, so none of them is anything new.
 */
final class Undergrowth {
  private static final double CELL_M = 0.2;

  /** Lower clusters have nothing above a road user; longer ones are facades and hedges. */
  private static final double TALL_M = 2.3;

  private static final double EXTENT_M_MAX = 14.0;

  /** Walls are thinner than any crown. */
  private static final double EXTENT_M_MIN = 1.2;

  /** Where columns of bodies begin at the latest. */
  static final double FOOT_M = 0.7;

  /** Higher returns belong to the tree. */
  private static final double TOP_M = 2.0;

  /** Cells between two columns of one piece. */
  private static final int REACH = 3;

  private static final int POINTS_MIN = 5;

  private final Cluster tree;
  private final double minX;
  private final double minY;
  private final int side;
  private final float[] low;
  private final int[] piece;

  private Undergrowth(Cluster tree, double minX, double minY, double extent) {
    this.tree = tree;
    this.minX = minX;
    this.minY = minY;
    side = (int) (extent / CELL_M) + 1;
    low = new float[side * side];
    piece = new int[side * side];
    Arrays.fill(low, Float.POSITIVE_INFINITY);
    for (int i = 0; i < tree.size(); i++) {
      int cell = cell(i);
      low[cell] = Math.min(low[cell], tree.height[i]);
    }
  }

  /** Pieces in the order of their first points; none of what is no tree. */
  static List<Cluster> of(Candidate candidate) {
    Cluster tree = candidate.cluster();
    double longest = Math.max(candidate.size().lengthM(), candidate.size().widthM());
    double shortest = Math.min(candidate.size().lengthM(), candidate.size().widthM());
    if (tree.heightMax < TALL_M || longest > EXTENT_M_MAX || shortest < EXTENT_M_MIN) {
      return List.of();
    }
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < tree.size(); i++) {
      minX = Math.min(minX, tree.x[i]);
      minY = Math.min(minY, tree.y[i]);
      maxX = Math.max(maxX, tree.x[i]);
      maxY = Math.max(maxY, tree.y[i]);
    }
    return new Undergrowth(tree, minX, minY, Math.max(maxX - minX, maxY - minY)).pieces();
  }

  private int cell(int i) {
    int column = (int) ((tree.x[i] - minX) / CELL_M);
    int row = (int) ((tree.y[i] - minY) / CELL_M);
    return row * side + column;
  }

  private List<Cluster> pieces() {
    List<Cluster> found = new ArrayList<>();
    int count = 0;
    for (int i = 0; i < tree.size(); i++) {
      int cell = cell(i);
      if (low[cell] < FOOT_M && piece[cell] == 0) {
        flood(cell, ++count);
      }
    }
    int[] kept = new int[tree.size()];
    for (int k = 1; k <= count; k++) {
      int n = 0;
      for (int i = 0; i < tree.size(); i++) {
        if (piece[cell(i)] == k && tree.height[i] <= TOP_M) {
          kept[n++] = i;
        }
      }
      if (n >= POINTS_MIN) {
        found.add(tree.select(kept, n));
      }
    }
    return found;
  }

  private void flood(int from, int number) {
    int[] open = new int[side * side];
    int size = 0;
    open[size++] = from;
    piece[from] = number;
    while (size > 0) {
      int at = open[--size];
      for (int dy = -REACH; dy <= REACH; dy++) {
        for (int dx = -REACH; dx <= REACH; dx++) {
          int column = at % side + dx;
          int row = at / side + dy;
          if (column < 0 || column >= side || row < 0 || row >= side) {
            continue;
          }
          int next = row * side + column;
          if (piece[next] == 0 && low[next] < FOOT_M) {
            piece[next] = number;
            open[size++] = next;
          }
        }
      }
    }
  }
}
