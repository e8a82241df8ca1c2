package io.camber.app.sweep.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.sweep.run.CaseResult;
import io.camber.evaluation.judgement.Outcome;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SearchMetricTest {
  private static double ttc(Map<String, Double> metrics) {
    return SearchMetric.MIN_TTC.of(new CaseResult(0, Outcome.PASS, "", "", new TreeMap<>(metrics)));
  }

  @Test
  void whoPassesCloselyOnTheOtherLaneIsNoTimeToCollision() {
    double onCourse = ttc(Map.of("ttc.score", 1.0, "ttc.min", 2.9, "closest.ttc", 0.3));
    double passing = ttc(Map.of("ttc.score", 1.0, "closest.ttc", 0.3, "closest.distance", 2.0));
    double farther = ttc(Map.of("ttc.score", 1.0, "closest.ttc", 0.2, "closest.distance", 30.0));

    assertThat(onCourse).isEqualTo(2.9);
    assertThat(passing).isGreaterThan(onCourse).isLessThan(farther);
    assertThat(farther).isLessThan(SearchMetric.USELESS);
  }

  @Test
  void ofAStoryboardAloneItIsTheRateAtWhichTwoComeNearer() {
    assertThat(ttc(Map.of("closest.ttc", 0.3))).isEqualTo(0.3);
  }
}
