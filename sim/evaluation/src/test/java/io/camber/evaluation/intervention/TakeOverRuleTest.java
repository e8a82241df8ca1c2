package io.camber.evaluation.intervention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class TakeOverRuleTest {
  private static final long S = 1_000_000_000L;

  @Test
  void theFirstEventCountsAndTheWayUpToIt() {
    SortedMap<String, Double> figures =
        figures(hard(6, "T2"), hard(5, "T1"), event(2, "T4", KeyEvent.Severity.WARNING));

    assertThat(figures)
        .containsEntry(TakeOverRule.TRIGGER, 1.0)
        .containsEntry(TakeOverRule.TIME, 5.0);
    // 10 m/s for the first 4 s, 20 m/s for the other 6: 60 of 160 m
    assertThat(figures.get(TakeOverRule.DISTANCE)).isCloseTo(60.0, within(1e-9));
  }

  @Test
  void aContactThatNoTriggerForesawCountsAsInACampaign() {
    assertThat(figures(hard(4, "collision"))).containsEntry(TakeOverRule.TRIGGER, 1.0);
    assertThat(figures(hard(4, "red-light"))).containsEntry(TakeOverRule.TRIGGER, 3.0);
    assertThat(figures(event(4, "collision", KeyEvent.Severity.WARNING)))
        .doesNotContainKey(TakeOverRule.TRIGGER);
  }

  @Test
  void aNodeThatFailedIsAFailureOfTheSystem() {
    assertThat(figures(hard(5, "node-failed"), hard(7, "collision")))
        .containsEntry(TakeOverRule.TRIGGER, 5.0)
        .containsEntry(TakeOverRule.TIME, 5.0);
  }

  @Test
  void aDriveWithoutEventsCountsWholeAndSaysThatThereWereNone() {
    Findings findings = judged(hard(4, "T7"));

    assertThat(figures(findings)).containsOnlyKeys(TakeOverRule.DISTANCE).containsValue(160.0);
    assertThat(metric(findings, TakeOverRule.TRIGGER).absence())
        .isEqualTo("nobody would have taken over");
  }

  @Test
  void withoutAWayThereIsNone() {
    Findings findings = new Findings();
    TakeOverRule.report(findings, new TimeSeries());

    assertThat(figures(findings)).isEmpty();
  }

  private static Metric metric(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static SortedMap<String, Double> figures(KeyEvent... events) {
    return figures(judged(events));
  }

  private static SortedMap<String, Double> figures(Findings findings) {
    SortedMap<String, Double> figures = new TreeMap<>();
    findings.metrics().stream()
        .filter(metric -> metric.name().startsWith("stop."))
        .forEach(metric -> metric.value().ifPresent(value -> figures.put(metric.name(), value)));
    return figures;
  }

  private static KeyEvent hard(long second, String kind) {
    return event(second, kind, KeyEvent.Severity.HARD);
  }

  private static KeyEvent event(long second, String kind, KeyEvent.Severity severity) {
    return new KeyEvent(second * S, severity, kind, "");
  }

  private static Findings judged(KeyEvent... events) {
    TimeSeries series = new TimeSeries();
    for (int i = 0; i <= 100; i++) {
      series.beginRow(i * S / 10);
      series.put("speed", i < 40 ? 10.0 : 20.0);
    }
    Findings findings = new Findings();
    findings.add(
        Metric.free("progress.distance", 160.0, "m", Owner.PLANNING, Metric.Better.HIGHER));
    for (KeyEvent event : events) {
      findings.add(event);
    }
    TakeOverRule.report(findings, series);
    return findings;
  }
}
