package io.camber.evaluation.matching;

import java.util.Arrays;

/**
 * The one-to-one pairing of rows and columns with the largest sum of scores (Kuhn 1955; the shortest augmenting path form of
 * Jonker and Volgenant 1987). Scores are not negative; a pair of score 0 counts as no pair.
 */
public final class Assignment {
  private Assignment() {}

  /** The column of each row, -1 for rows that are left alone. */
  public static int[] best(double[][] scores) {
    int rows = scores.length;
    int columns = rows == 0 ? 0 : scores[0].length;
    int size = Math.max(rows, columns);
    int[] rowOf = augment(scores, size);
    int[] columnOf = new int[rows];
    Arrays.fill(columnOf, -1);
    for (int column = 1; column <= columns; column++) {
      int row = rowOf[column] - 1;
      if (row >= 0 && row < rows && scores[row][column - 1] > 0.0) {
        columnOf[row] = column - 1;
      }
    }
    return columnOf;
  }

  /** Row of each column, both counted from 1; minimises the sum of {@code -score}, padded to a square with zeros. */
  private static int[] augment(double[][] scores, int size) {
    double[] rowPotential = new double[size + 1];
    double[] columnPotential = new double[size + 1];
    int[] rowOf = new int[size + 1];
    int[] from = new int[size + 1];
    for (int row = 1; row <= size; row++) {
      rowOf[0] = row;
      int column = 0;
      double[] slack = new double[size + 1];
      Arrays.fill(slack, Double.POSITIVE_INFINITY);
      boolean[] used = new boolean[size + 1];
      while (rowOf[column] != 0) {
        used[column] = true;
        int next = nearest(
            scores, rowOf[column], column, rowPotential, columnPotential, slack, from, used);
        double delta = slack[next];
        for (int j = 0; j <= size; j++) {
          if (used[j]) {
            rowPotential[rowOf[j]] += delta;
            columnPotential[j] -= delta;
          } else {
            slack[j] -= delta;
          }
        }
        column = next;
      }
      while (column != 0) {
        rowOf[column] = rowOf[from[column]];
        column = from[column];
      }
    }
    return rowOf;
  }

  /** Relaxes the edges out of a row and names the unused column that is now nearest. */
  private static int nearest(
      double[][] scores,
      int row,
      int column,
      double[] rowPotential,
      double[] columnPotential,
      double[] slack,
      int[] from,
      boolean[] used) {
    int next = 0;
    for (int j = 1; j < slack.length; j++) {
      if (!used[j]) {
        double cost = cost(scores, row - 1, j - 1) - rowPotential[row] - columnPotential[j];
        if (cost < slack[j]) {
          slack[j] = cost;
          from[j] = column;
        }
        next = next == 0 || slack[j] < slack[next] ? j : next;
      }
    }
    return next;
  }

  private static double cost(double[][] scores, int row, int column) {
    return row < scores.length && column < scores[row].length ? -scores[row][column] : 0.0;
  }
}
