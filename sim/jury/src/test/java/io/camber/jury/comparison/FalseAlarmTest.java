package io.camber.jury.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.MetricBook;
import io.camber.jury.result.RunSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often builds that drive alike are told apart, and whether one that is worse is found with few scenarios. */
final class FalseAlarmTest {
  private static final int COMPARISONS = 200;

  private static final List<String> METRICS = MetricBook.entries().stream()
      .filter(
          entry -> entry.better() != Metric.Better.NEITHER && !entry.pattern().contains("*"))
      .map(MetricBook.Entry::pattern)
      .filter(name -> !name.startsWith("collision"))
      .sorted(Comparator.comparing(name -> !name.equals("score.cls")))
      .limit(40)
      .toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 10})
  void noiseInEveryMetricIsHardlyEverAVerdict(int scenarios) {
    Random random = new Random(11);
    int verdicts = 0;
    for (int i = 0; i < COMPARISONS; i++) {
      Comparison comparison = Comparison.of(
          runs("before", scenarios, random, 0.0),
          runs("after", scenarios, random, 0.0),
          Optional.empty(),
          false);
      verdicts += comparison.verdict() == Verdict.INCONCLUSIVE ? 0 : 1;
    }

    assertThat(METRICS).hasSize(40);
    assertThat(verdicts).isLessThanOrEqualTo(COMPARISONS / 20);
    assertThat(scenarios < MetricComparer.SCENARIOS_MIN ? verdicts : 0).isZero();
  }

  @Test
  void whatIsWorseEverywhereIsFoundAmongTheNoiseOfAllOtherMetrics() {
    Random random = new Random(12);
    int found = 0;
    for (int i = 0; i < 20; i++) {
      Comparison comparison = Comparison.of(
          runs("before", 13, random, 0.0),
          runs("after", 13, random, 60.0),
          Optional.empty(),
          false);
      found += comparison.of(Verdict.WORSE).stream()
              .anyMatch(metric -> metric.name().equals("score.cls"))
          ? 1
          : 0;
    }

    assertThat(found).isGreaterThanOrEqualTo(19);
  }

  @Test
  void onePairIsNeverAVerdictAndHasNoInterval() {
    RunSet before = Runs.of("before", 1, 1, (scenario, seed) -> Map.of("progress.distance", 600.0));
    RunSet after = Runs.of("after", 1, 1, (scenario, seed) -> Map.of("progress.distance", 65.0));

    Comparison comparison = Comparison.of(before, after, Optional.empty(), false);

    assertThat(comparison.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(ComparisonText.of(comparison)).contains("-535 | too few scenarios");
    assertThat(ComparisonJson.of(comparison))
        .contains("\"difference\": -535.0")
        .doesNotContain("low");
  }

  /** Noise of ten times the least difference of interest; the closed-loop score lower by so many of these. */
  private static RunSet runs(String name, int scenarios, Random random, double loss) {
    return Runs.of(name, scenarios, 1, (scenario, seed) -> {
      Map<String, Double> metrics = new TreeMap<>();
      for (String metric : METRICS) {
        double least = MetricBook.find(metric).orElseThrow().least();
        double shift = metric.equals("score.cls") ? -loss * least : 0.0;
        metrics.put(metric, 100.0 * least + 10.0 * least * random.nextGaussian() + shift);
      }
      return metrics;
    });
  }
}
