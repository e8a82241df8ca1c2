package io.camber.localization.leastsquares;

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

    ClusteredFit.Solution solution = fit.solve().orElseThrow();

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

    assertThat(fit.solve().orElseThrow().value(0)).isCloseTo(2.0, within(0.005));
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
    assertThat(fit.solve().orElseThrow().std(0)).isCloseTo(expected, within(0.1 * expected));
  }

  @Test
  void whatNothingDeterminesHasNoSolution() {
    ClusteredFit fit = new ClusteredFit(2);
    for (int i = 0; i < 10; i++) {
      fit.add(i, new double[] {1.0, 0.0}, 1.0);
    }

    assertThat(fit.solve()).isEmpty();
  }

  @Test
  void nothingHasNoSolution() {
    assertThat(new ClusteredFit(1).solve()).isEmpty();
  }

  @Test
  void clustersOfOutliersDoNotCount() {
    ClusteredFit sound = new ClusteredFit(1);
    ClusteredFit disturbed = new ClusteredFit(1);
    Random random = new Random(3);
    for (int cluster = 0; cluster < 8; cluster++) {
      for (int i = 0; i < 20; i++) {
        double value = 2.0 + 0.01 * random.nextGaussian();
        sound.add(cluster, new double[] {1.0}, value);
        disturbed.add(cluster, new double[] {1.0}, value);
      }
    }
    for (int cluster = 8; cluster < 14; cluster++) {
      disturbed.add(cluster, new double[] {1.0}, 70.0);
      disturbed.add(cluster, new double[] {1.0}, -66.0);
    }

    ClusteredFit.Solution expected = sound.solve().orElseThrow();
    ClusteredFit.Solution solution = disturbed.solve().orElseThrow();

    assertThat(solution.clusters()).isEqualTo(8);
    assertThat(solution.samples()).isEqualTo(expected.samples());
    assertThat(solution.std(0)).isCloseTo(expected.std(0), within(1e-9));
  }

  @Test
  void asManyFittingClustersAsUnknownsSayNothingOfTheSpread() {
    ClusteredFit fit = new ClusteredFit(1);
    for (int i = 0; i < 40; i++) {
      fit.add(0, new double[] {1.0}, 1.0 + 0.001 * (i % 5));
    }
    fit.add(1, new double[] {1.0}, 60.0);

    assertThat(fit.solve()).isEmpty();
  }

  @Test
  void whereMostAgreeExactlyTheOthersAreNotAllOutliers() {
    // As of a quantised sensor: three of five read the same, two a step more or less.
    ClusteredFit fit = new ClusteredFit(1);
    for (int i = 0; i < 100; i++) {
      fit.add(i, new double[] {1.0}, 1.0 + 0.1 * (i % 5 == 0 ? 1 : i % 5 == 1 ? -1 : 0));
    }

    ClusteredFit.Solution solution = fit.solve().orElseThrow();

    assertThat(solution.samples()).isEqualTo(100);
    assertThat(solution.std(0)).isCloseTo(0.1 * Math.sqrt(0.4 / 100.0), within(1e-4));
  }

  @Test
  void anOutlierAmongExactValuesIsStillOne() {
    ClusteredFit fit = new ClusteredFit(2);
    for (int i = 0; i < 60; i++) {
      fit.add(i, new double[] {1.0, 0.1 * i}, 3.0 - 0.05 * i + (i % 20 == 7 ? 50.0 : 0.0));
    }

    ClusteredFit.Solution solution = fit.solve().orElseThrow();

    assertThat(solution.value(0)).isCloseTo(3.0, within(1e-6));
    assertThat(solution.samples()).isEqualTo(57);
  }
}
