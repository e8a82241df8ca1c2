package io.camber.app.timing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RepetitionsTest {
  @Test
  void tellsLeastMedianAndMostAndLeavesTheValuesAlone() {
    double[] values = {3.0, 1.0, 2.0, 5.0, 4.0};

    assertThat(Repetitions.of(values)).isEqualTo(new Repetitions(1.0, 3.0, 5.0));
    assertThat(values).containsExactly(3.0, 1.0, 2.0, 5.0, 4.0);
  }

  @Test
  void theMedianOfAnEvenNumberIsTheUpperOne() {
    assertThat(Repetitions.of(new double[] {4.0, 1.0, 3.0, 2.0}).median()).isEqualTo(3.0);
  }

  @Test
  void aRowHasTheFiguresInItsUnitAndTheBar() {
    Repetitions shares = Repetitions.of(new double[] {0.25, 0.125, 0.5}).times(100.0);

    assertThat(new Measurement("cost, %", shares, "at most 3 %").line(1))
        .isEqualTo("cost, %" + " ".repeat(33) + "     12.5     25.0     50.0   at most 3 %");
  }
}
