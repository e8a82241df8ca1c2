package io.camber.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.TimeSeries;
import org.junit.jupiter.api.Test;

final class SpeedStrataTest {
  @Test
  void figuresAreSplitByTheSpeedOfTheEgo() {
    TimeSeries series = new TimeSeries();
    add(series, 3.0, -0.3, 4.0);
    add(series, 3.0, 0.1, 2.0);
    add(series, 20.0, -0.05, 1.5);
    add(series, 20.0, 0.02, Double.NaN);
    Findings findings = new Findings();

    SpeedStrata.report(findings, series);

    assertThat(value(findings, "localization.lateralBySpeed.slow")).isEqualTo(0.3);
    assertThat(value(findings, "localization.lateralBySpeed.fast")).isEqualTo(0.05);
    assertThat(value(findings, "ttc.minBySpeed.slow")).isEqualTo(2.0);
    assertThat(value(findings, "ttc.minBySpeed.fast")).isEqualTo(1.5);
    assertThat(findings.metrics()).hasSize(4);
  }

  private static void add(TimeSeries series, double speed, double lateral, double ttc) {
    series.beginRow(series.size() * 100_000_000L);
    series.put("speed", speed);
    series.put("poseErrorLateral", lateral);
    series.put("ttc", ttc);
  }

  private static double value(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .map(Metric::value)
        .findFirst()
        .orElseThrow()
        .orElseThrow();
  }
}
