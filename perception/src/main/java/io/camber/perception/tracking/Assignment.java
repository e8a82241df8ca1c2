package io.camber.perception.tracking;

import java.util.Arrays;

/**
 * Cheapest one-to-one matching of rows to columns by shortest augmenting paths with potentials (Jonker and Volgenant 1987).
 * Pairs at or above a limit are never matched; leaving a row unmatched costs that limit.
 */
final class Assignment {
  static final int NONE = -1;

  private Assignment() {}

  /** The column of each row, or {@link #NONE}. */
  static int[] solve(double[][] cost, int columns, double limit) {
    int rows = cost.length;
    // One private column per row at the limit: "unmatched" is always feasible.
    int width = columns + rows;
    double[] rowPotential = new double[rows + 1];
    double[] columnPotential = new double[width + 1];
    int[] rowOf = new int[width + 1];
    int[] previous = new int[width + 1];
    for (int row = 1; row <= rows; row++) {
      double[] shortest = new double[width + 1];
      boolean[] done = new boolean[width + 1];
      Arrays.fill(shortest, Double.POSITIVE_INFINITY);
      rowOf[0] = row;
      int column = 0;
      do {
        done[column] = true;
        int from = rowOf[column];
        double delta = Double.POSITIVE_INFINITY;
        int next = 0;
        for (int j = 1; j <= width; j++) {
          if (done[j]) {
            continue;
          }
          double reduced = price(cost, from - 1, j - 1, columns, limit)
              - rowPotential[from]
              - columnPotential[j];
          if (reduced < shortest[j]) {
            shortest[j] = reduced;
            previous[j] = column;
          }
          if (shortest[j] < delta) {
            delta = shortest[j];
            next = j;
          }
        }
        for (int j = 0; j <= width; j++) {
          if (done[j]) {
            rowPotential[rowOf[j]] += delta;
            columnPotential[j] -= delta;
          } else {
            shortest[j] -= delta;
          }
        }
        column = next;
      } while (rowOf[column] != 0);
      while (column != 0) {
        int before = previous[column];
        rowOf[column] = rowOf[before];
        column = before;
      }
    }
    int[] columnOf = new int[rows];
    Arrays.fill(columnOf, NONE);
    for (int j = 1; j <= columns; j++) {
      if (rowOf[j] != 0 && cost[rowOf[j] - 1][j - 1] < limit) {
        columnOf[rowOf[j] - 1] = j - 1;
      }
    }
    return columnOf;
  }

  private static double price(double[][] cost, int row, int column, int columns, double limit) {
    if (column >= columns) {
      return column - columns == row ? limit : FORBIDDEN;
    }
    return cost[row][column] < limit ? cost[row][column] : FORBIDDEN;
  }

  /** Finite, so that sums of potentials stay exact enough. */
  private static final double FORBIDDEN = 1e9;
}
