package io.camber.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SamplesTest {
  @Test
  void takesQuantilesByNearestRank() {
    Samples samples = new Samples();
    for (int i = 100; i >= 1; i--) {
      samples.add(i);
    }

    assertThat(samples.quantile(0.5)).isEqualTo(50.0);
    assertThat(samples.quantile(0.95)).isEqualTo(95.0);
    assertThat(samples.quantile(0.99)).isEqualTo(99.0);
    assertThat(samples.quantile(1.0)).isEqualTo(100.0);
    assertThat(samples.min()).isEqualTo(1.0);
    assertThat(samples.mean()).isEqualTo(50.5);
  }

  @Test
  void isUndefinedWhenEmptyAndNeverZero() {
    Samples none = new Samples();

    assertThat(none.quantile(0.5)).isNaN();
    assertThat(none.max()).isNaN();
    assertThat(none.min()).isNaN();
    assertThat(none.mean()).isNaN();
    assertThat(none.rms()).isNaN();
  }

  @Test
  void takesTheRootMeanSquare() {
    Samples samples = new Samples();
    samples.add(3.0);
    samples.add(-4.0);

    assertThat(samples.rms()).isCloseTo(Math.sqrt(12.5), within(1e-12));
  }
}
