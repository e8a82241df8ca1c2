package io.camber.evaluation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PlanContrastsTest {
  private static final List<Double> SCORES = List.of(0.5, 0.4);

  @Test
  void plansThatDifferInSpeedAreApartByIt() {
    PlanContrast contrast =
        PlanContrast.of(plan("keep", 10.0, 6.0), plan("brake", 8.0, 6.0), SCORES, SCORES);

    assertThat(contrast.divergenceNats()).isZero();
    assertThat(contrast.perceived()).isEqualTo("keep");
    assertThat(contrast.truth()).isEqualTo("brake");
    assertThat(contrast.distanceM().get(1)).isCloseTo(2.0, within(1e-9));
    assertThat(contrast.distanceM().get(2)).isCloseTo(4.0, within(1e-9));
    assertThat(contrast.distanceM().get(4)).isCloseTo(8.0, within(1e-9));
  }

  @Test
  void whatAPlanDoesNotReachIsNotMeasured() {
    PlanContrast contrast =
        PlanContrast.of(plan("keep", 10.0, 6.0), plan("brake", 8.0, 3.0), SCORES, SCORES);

    assertThat(contrast.distanceM()).containsOnlyKeys(1, 2);
  }

  @Test
  void reportsOrderStatisticsAndNothingWhereThereIsNothing() {
    PlanContrasts drive = new PlanContrasts();
    for (int i = 1; i <= 100; i++) {
      drive.add(moment(i, i / 100.0));
    }
    Findings findings = new Findings();

    drive.report(findings);

    assertThat(value(findings, "plan.divergence.median")).isEqualTo(0.50);
    assertThat(value(findings, "plan.divergence.p95")).isEqualTo(0.95);
    assertThat(value(findings, "plan.divergence.max")).isEqualTo(1.0);
    Metric apart = metric(findings, "plan.divergenceDistance.4s.max");
    assertThat(apart.value()).isEmpty();
    assertThat(apart.absence()).isNotEmpty();
  }

  @Test
  void theWorstMomentsAreASecondApartAndDidDiverge() {
    PlanContrasts drive = new PlanContrasts();
    drive.add(moment(0, 0.0));
    drive.add(moment(20, 0.7));
    drive.add(moment(21, 0.9));
    drive.add(moment(29, 0.8));
    drive.add(moment(31, 0.2));

    assertThat(drive.worst(5)).extracting(PlanContrast::divergenceNats).containsExactly(0.9, 0.2);
    assertThat(drive.worst(1)).hasSize(1);
  }

  private static PlanContrast moment(int tenth, double nats) {
    return new PlanContrast(tenth * 100_000_000L, nats, new TreeMap<>(), "", "");
  }

  private static double value(Findings findings, String name) {
    return metric(findings, name).value().orElseThrow();
  }

  private static Metric metric(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Eastwards from 40 ms on, with points that no horizon falls on. */
  private static Plan plan(String reason, double speedMps, double lengthS) {
    List<TrajectoryPoint> points = new ArrayList<>();
    for (double t = 0.04; t <= lengthS; t += 0.3) {
      points.add(
          new TrajectoryPoint(Math.round(t * 1e9), speedMps * t, 3.0, 0.0, 0.0, speedMps, 0.0));
    }
    Trajectory nominal = new Trajectory(points);
    return new Plan(0L, nominal, nominal, List.of(reason), List.of());
  }
}
