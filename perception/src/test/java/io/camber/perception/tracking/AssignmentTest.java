package io.camber.perception.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentTest {
  private static final double LIMIT = 5.0;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void costsAsLittleAsTheBestOfAllMatchings(long seed) {
    Random random = new Random(seed);
    int rows = 1 + random.nextInt(5);
    int columns = random.nextInt(6);
    double[][] cost = new double[rows][columns];
    for (double[] row : cost) {
      for (int j = 0; j < columns; j++) {
        row[j] = 8.0 * random.nextDouble();
      }
    }

    int[] columnOf = Assignment.solve(cost, columns, LIMIT);

    double total = 0.0;
    for (int i = 0; i < rows; i++) {
      total += columnOf[i] == Assignment.NONE ? LIMIT : cost[i][columnOf[i]];
    }
    assertThat(total).isCloseTo(best(cost, 0, new boolean[columns]), withinRounding());
  }

  @Test
  void neverMatchesAtOrAboveTheLimit() {
    int[] columnOf = Assignment.solve(new double[][] {{LIMIT, 9.0}, {1.0, LIMIT}}, 2, LIMIT);

    assertThat(columnOf).containsExactly(Assignment.NONE, 0);
  }

  @Test
  void leavesAllRowsUnmatchedWhenThereAreNoColumns() {
    assertThat(Assignment.solve(new double[2][0], 0, LIMIT))
        .containsExactly(Assignment.NONE, Assignment.NONE);
  }

  private static Offset<Double> withinRounding() {
    return Offset.offset(1e-9);
  }

  private static double best(double[][] cost, int row, boolean[] used) {
    if (row == cost.length) {
      return 0.0;
    }
    double least = LIMIT + best(cost, row + 1, used);
    for (int j = 0; j < used.length; j++) {
      if (!used[j] && cost[row][j] < LIMIT) {
        used[j] = true;
        least = Math.min(least, cost[row][j] + best(cost, row + 1, used));
        used[j] = false;
      }
    }
    return least;
  }
}
