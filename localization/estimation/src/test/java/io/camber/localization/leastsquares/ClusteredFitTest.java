package io.camber.localization.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class ClusteredFitTest {
  @Test
  void aLineWithoutNoiseIsFoundExactly() {
    ClusteredFit fit = new ClusteredFit(2);
    for (int i = 0; i < 40; i++) {
      fit.add(i / 4, new double[] {1.0, i}, 3.0 - 0.5 * i);
    }

    ClusteredFit.Solution solution = fit.solve();

    assertThat(solution.value(0)).isCloseTo(3.0, within(1e-9));
    assertThat(solution.value(1)).isCloseTo(-0.5, within(1e-10));
    assertThat(solution.clusters()).isEqualTo(10);
  }

  @Test
  void outliersDoNotPull() {
    ClusteredFit fit = new ClusteredFit(1);
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      double noise = i % 10 == 0 ? 50.0 : 0.01 * random.nextGaussian();
      fit.add(i, new double[] {1.0}, 2.0 + noise);
    }

    assertThat(fit.solve().value(0)).isCloseTo(2.0, within(0.005));
  }

  @Test
  void whatAgreesWithinAClusterCountsOnce() {
    // 25 clusters of 40 equal values: the mean is as sure as that of 25 values, not of 1000.
    ClusteredFit fit = new ClusteredFit(1);
    Random random = new Random(2);
    double square = 0.0;
    for (int cluster = 0; cluster < 25; cluster++) {
      double value = random.nextGaussian();
      square += value * value;
      for (int i = 0; i < 40; i++) {
        fit.add(cluster, new double[] {1.0}, value);
      }
    }

    double expected = Math.sqrt(square / 25.0 / 25.0);
    assertThat(fit.solve().std(0)).isCloseTo(expected, within(0.1 * expected));
  }

  @Test
  void whatNothingDeterminesIsNotANumber() {
    ClusteredFit fit = new ClusteredFit(2);
    for (int i = 0; i < 10; i++) {
      fit.add(i, new double[] {1.0, 0.0}, 1.0);
    }

    assertThat(fit.solve().value(1)).isNaN();
  }
}
