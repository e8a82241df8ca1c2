package io.camber.sim.traffic.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HistogramTest {
  @Test
  void quantilesOfEvenSamplesAreEven() {
    Histogram histogram = new Histogram(0.5, 20);
    for (int i = 0; i < 1_000; i++) {
      histogram.add((i + 0.5) * 0.01);
    }

    assertThat(histogram.quantile(0.1)).isCloseTo(1.0, within(0.01));
    assertThat(histogram.quantile(0.5)).isCloseTo(5.0, within(0.01));
    assertThat(histogram.mean()).isCloseTo(5.0, within(1e-9));
    assertThat(histogram.share(0)).isEqualTo(0.05);
  }

  @Test
  void samplesBeyondTheLastBinCountThere() {
    Histogram histogram = new Histogram(1.0, 3);

    histogram.add(99.0);
    histogram.add(-1.0);

    assertThat(histogram.share(2)).isEqualTo(0.5);
    assertThat(histogram.share(0)).isEqualTo(0.5);
  }

  @Test
  void knowsNothingWithoutSamples() {
    assertThat(new Histogram(1.0, 3).quantile(0.5)).isNaN();
  }
}
