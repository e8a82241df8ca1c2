package io.camber.jury.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatisticsTest {
  @ParameterizedTest
  @CsvSource({
    // tables of the chi-square distribution
    "0.95, 1, 3.841458820694124",
    "0.95, 2, 5.991464547107979",
    "0.975, 10, 20.483177350807395",
    "0.025, 10, 3.246972780236842",
    "0.99, 100, 135.80672317102676"
  })
  void chiSquareQuantilesAreThoseOfTheTables(double probability, double degrees, double expected) {
    assertThat(ChiSquare.quantile(probability, degrees)).isCloseTo(expected, within(1e-8));
  }

  @ParameterizedTest
  @CsvSource({
    // Garwood 1936, table 1 (95 %): limits of the expectation for a count
    "1, 0.0253, 5.572",
    "3, 0.6187, 8.767",
    "10, 4.795, 18.39"
  })
  void limitsOfACountAreGarwoods(double events, double low, double high) {
    EventRate rate = EventRate.of(events, 1.0);

    assertThat(rate.rateMin()).isCloseTo(low, within(0.0005));
    assertThat(rate.rateMax()).isCloseTo(high, within(0.005));
  }

  @Test
  void withoutAnyEventTheRuleOfThreeHolds() {
    EventRate rate = EventRate.of(0.0, 300.0);

    assertThat(rate.between()).isInfinite();
    assertThat(rate.betweenMin()).isCloseTo(100.0, within(0.2));
    assertThat(rate.rateMin()).isZero();
  }

  @Test
  void fiveAgainstNoneIsNotYetSignificantAndSixAre() {
    // one pair a scenario: 2 * 0.5^5 and 2 * 0.5^6
    assertThat(McNemar.pValue(apart(5, 0))).isCloseTo(0.0625, within(1e-12));
    assertThat(McNemar.pValue(apart(0, 6))).isCloseTo(0.03125, within(1e-12));
    assertThat(McNemar.pValue(apart(4, 4))).isEqualTo(1.0);
    assertThat(McNemar.pValue()).isEqualTo(1.0);
    // 2 * (1 + 10 + 45) / 1024
    assertThat(McNemar.pValue(apart(2, 8))).isCloseTo(0.109375, within(1e-12));
  }

  @Test
  void thirtyBrokenSeedsOfOneScenarioAreOneScenario() {
    assertThat(McNemar.pValue(-30)).isEqualTo(1.0);
    assertThat(McNemar.pValue(-10, -10, -10)).isCloseTo(0.25, within(1e-12));
    // 3, 2 and 1 of eight signs: 6 and 4 and their mirrors get at least as far as 3 + 2 - 1
    assertThat(McNemar.pValue(3, 2, -1)).isCloseTo(0.5, within(1e-12));
  }

  /** The convolution against every sign of every scenario. */
  @ParameterizedTest
  @CsvSource({"1, 8", "2, 9", "3, 10", "4, 11"})
  void theSplitIsAsLikelyAsAllSignsTriedSay(long seed, int scenarios) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] splits = new int[scenarios];
    Arrays.setAll(splits, i -> random.nextInt(7) - 3);
    int seen = Math.abs(Arrays.stream(splits).sum());
    int asFar = 0;
    for (int signs = 0; signs < 1 << scenarios; signs++) {
      int sum = 0;
      for (int i = 0; i < scenarios; i++) {
        sum += ((signs >> i) & 1) == 0 ? splits[i] : -splits[i];
      }
      asFar += Math.abs(sum) >= seen ? 1 : 0;
    }

    assertThat(McNemar.pValue(splits)).isCloseTo((double) asFar / (1 << scenarios), within(1e-12));
  }

  private static int[] apart(int fixed, int broken) {
    int[] splits = new int[fixed + broken];
    Arrays.setAll(splits, i -> i < fixed ? 1 : -1);
    return splits;
  }

  @Test
  void holmMultipliesTheSmallestMostAndNeverFallsBack() {
    double[] adjusted = Holm.adjust(new double[] {0.04, 0.01, 0.03});

    // sorted 0.01 x 3, 0.03 x 2, 0.04 x 1 but not below the one before
    assertThat(adjusted).containsExactly(new double[] {0.06, 0.03, 0.06}, within(1e-12));
  }

  @Test
  void theBootstrapKnowsTheSpreadOfAMean() {
    // 200 scenarios with one difference each, half 0 and half 2: the mean is 1, its standard error
    // 1 / sqrt(200)
    double[][] differences = new double[200][1];
    for (int i = 0; i < 200; i++) {
      differences[i][0] = i % 2 == 0 ? 0.0 : 2.0;
    }

    Bootstrap.Interval interval = new Bootstrap(10_000, 1).mean(differences);

    double error = 1.96 / Math.sqrt(200.0);
    assertThat(interval.mean()).isEqualTo(1.0);
    assertThat(interval.low()).isCloseTo(1.0 - error, within(0.01));
    assertThat(interval.high()).isCloseTo(1.0 + error, within(0.01));
  }

  @Test
  void oneScenarioHasNoInterval() {
    Bootstrap.Interval interval = new Bootstrap(2000, 1).mean(new double[][] {{-535.0}});

    assertThat(interval.mean()).isEqualTo(-535.0);
    assertThat(interval.low()).isNaN();
    assertThat(interval.high()).isNaN();
  }

  @Test
  void theIntervalOfASkewedSampleLeansToTheLongTail() {
    // quantiles of an exponential distribution of mean 1
    double[][] differences = new double[40][1];
    for (int i = 0; i < 40; i++) {
      differences[i][0] = -Math.log(1.0 - (i + 0.5) / 40.0);
    }

    Bootstrap.Interval interval = new Bootstrap(10_000, 1).mean(differences);

    // second order: bounds move up by skewness * (1 + 2 z^2) / (6 n) standard deviations, of which
    // the
    // percentile interval has z^2 / (6 n) from the skewness of its means alone
    assertThat(interval.high() - interval.mean())
        .isGreaterThan(1.25 * (interval.mean() - interval.low()));
    // exact: 2 n mean / chi-square(2 n), quantiles 57.15 and 106.63 for the maximum likelihood mean
    assertThat(interval.low()).isCloseTo(80.0 * interval.mean() / 106.63, within(0.05));
    assertThat(interval.high()).isCloseTo(80.0 * interval.mean() / 57.15, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({"0.975, 1.959963984540054", "0.5, 0.0", "0.001, -3.090232306167813"})
  void normalQuantilesAreThoseOfTheTables(double probability, double expected) {
    assertThat(Normal.quantile(probability)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void seedsOfOneScenarioDoNotMakeMoreScenarios() {
    double[][] two = {new double[50], new double[50]};
    java.util.Arrays.fill(two[0], 1.0);
    java.util.Arrays.fill(two[1], -0.5);

    Bootstrap.Interval interval = new Bootstrap(2000, 1).mean(two);

    // both scenarios are drawn as one or the other a quarter of the time: nothing can be said
    assertThat(interval.low()).isEqualTo(-0.5);
    assertThat(interval.high()).isEqualTo(1.0);
  }

  @Test
  void theSameSeedGivesTheSameInterval() {
    double[][] differences = {{0.1}, {0.4}, {-0.2}, {0.9}};

    assertThat(new Bootstrap(500, 7).mean(differences))
        .isEqualTo(new Bootstrap(500, 7).mean(differences));
  }
}
