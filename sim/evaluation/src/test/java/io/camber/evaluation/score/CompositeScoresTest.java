package io.camber.evaluation.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.scene.ObjectClass;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CompositeScoresTest {
  @Test
  void addsUpTheTermsOfTheClosedLoopScore() {
    Findings findings = findings(Map.of(
        "progress.ratioToReference", 0.8,
        "ttc.score", 0.0,
        "speedLimit.score", 0.5,
        "comfort.score", 1.0));

    CompositeScores.report(findings);

    assertThat(value(findings, "score.cls"))
        .isCloseTo((5 * 0.8 + 5 * 0 + 4 * 0.5 + 2 * 1.0) / 16, within(1e-12));
    assertThat(value(findings, "score.pdms")).isCloseTo((5 * 0.8 + 2.0) / 12, within(1e-12));
  }

  @Test
  void anAtFaultCollisionLeavesNothing() {
    Findings findings = findings(Map.of("progress.ratioToReference", 1.0, "collision.score", 0.0));

    CompositeScores.report(findings);

    assertThat(value(findings, "score.cls")).isZero();
    assertThat(value(findings, "score.epdms")).isZero();
  }

  @Test
  void standingStillIsWorthNothing() {
    Findings findings = findings(Map.of("progress.ratioToReference", 0.2));

    CompositeScores.report(findings);

    assertThat(value(findings, "score.cls")).isZero();
  }

  @Test
  void withoutProgressThereIsNoScoreButAReason() {
    Findings findings = findings(Map.of("ttc.score", 1.0));

    CompositeScores.report(findings);

    Metric score = metric(findings, "score.cls");
    assertThat(score.value()).isEmpty();
    assertThat(score.absence()).contains("progress");
  }

  @Test
  void theDrivingScoreMultipliesPenalties() {
    Findings findings = findings(Map.of(
        "progress.routeCompletion", 0.9,
        "redLight.count", 2.0,
        "stopLine.count", 1.0,
        "offRoad.timeShare", 0.5,
        "offRoad.distanceShare", 0.1));

    DrivingScore.report(findings, List.of(ObjectClass.PEDESTRIAN, ObjectClass.CAR));

    assertThat(value(findings, "score.driving"))
        .isCloseTo(0.9 * 0.5 * 0.6 * 0.7 * 0.7 * 0.8 * 0.9, within(1e-12));
  }

  @Test
  void thePassedWayEndsAtTheFirstHardEvent() {
    Findings findings = findings(Map.of("progress.distance", 500.0));
    findings.add(new KeyEvent(7_000_000_000L, KeyEvent.Severity.HARD, "T1", ""));
    findings.add(new KeyEvent(3_000_000_000L, KeyEvent.Severity.WARNING, "T8", ""));

    DrivingScore.reportPassedWay(findings, timeNs -> timeNs * 1e-8);

    assertThat(value(findings, "score.passedDistance")).isCloseTo(70.0, within(1e-9));
  }

  private static Findings findings(Map<String, Double> values) {
    Findings findings = new Findings();
    values.forEach((name, value) ->
        findings.add(Metric.free(name, value, "1", Owner.PLANNING, Metric.Better.HIGHER)));
    return findings;
  }

  private static double value(Findings findings, String name) {
    return metric(findings, name).value().orElseThrow();
  }

  private static Metric metric(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
