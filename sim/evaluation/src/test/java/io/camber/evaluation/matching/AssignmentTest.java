package io.camber.evaluation.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AssignmentTest {
  @Test
  void givesUpTheBestPairWhenTheWholeGainsByIt() {
    int[] columnOf = Assignment.best(new double[][] {{9.0, 8.0}, {8.0, 1.0}});

    assertThat(columnOf).containsExactly(1, 0);
  }

  @Test
  void leavesAloneWhatFitsNobody() {
    int[] columnOf = Assignment.best(new double[][] {{0.0, 0.5}, {0.0, 0.4}, {0.0, 0.0}});

    assertThat(columnOf).containsExactly(1, -1, -1);
  }

  @Test
  void pairsNobodyWithNobody() {
    assertThat(Assignment.best(new double[0][0])).isEmpty();
    assertThat(Assignment.best(new double[2][0])).containsExactly(-1, -1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void reachesTheSumThatTryingAllPairingsFinds(long seed) {
    Random random = new Random(seed);
    for (int trial = 0; trial < 40; trial++) {
      double[][] scores = new double[1 + random.nextInt(6)][1 + random.nextInt(6)];
      for (double[] row : scores) {
        for (int column = 0; column < row.length; column++) {
          row[column] = random.nextInt(4) == 0 ? 0.0 : random.nextDouble();
        }
      }

      int[] columnOf = Assignment.best(scores);

      boolean[] used = new boolean[scores[0].length];
      double sum = 0.0;
      for (int row = 0; row < columnOf.length; row++) {
        if (columnOf[row] >= 0) {
          assertThat(used[columnOf[row]]).as("column used twice").isFalse();
          used[columnOf[row]] = true;
          sum += scores[row][columnOf[row]];
        }
      }
      assertThat(sum)
          .as("seed " + seed + " trial " + trial)
          .isCloseTo(byTrying(scores, 0, 0), within(1e-12));
    }
  }

  private static double byTrying(double[][] scores, int row, int used) {
    if (row == scores.length) {
      return 0.0;
    }
    double best = byTrying(scores, row + 1, used);
    for (int column = 0; column < scores[row].length; column++) {
      if ((used & (1 << column)) == 0) {
        double with = scores[row][column] + byTrying(scores, row + 1, used | (1 << column));
        best = Math.max(best, with);
      }
    }
    return best;
  }
}
