package io.camber.evaluation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.drive.TestRoads;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.SituationModel;
import io.camber.map.RoadMap;
import io.camber.scene.SignalColor;
import org.junit.jupiter.api.Test;

/** The line is at x = 200, the bumper 3.75 m ahead of the rear axle. */
final class StopSignMeasureTest {
  @Test
  void whoRollsThroughHasNotStopped() {
    assertThat(violations(Double.NaN, 2.0)).isEqualTo(1.0);
  }

  @Test
  void whoStandsWithinFiveMetresBeforeTheLineHas() {
    assertThat(violations(197.0, 0.1)).isZero();
  }

  @Test
  void standingFartherAwayOrTooFastIsNoStop() {
    assertThat(violations(194.0, 0.0)).isEqualTo(1.0);
    assertThat(violations(197.0, 0.2)).isEqualTo(1.0);
  }

  @Test
  void withoutASignThereIsNothingToCount() {
    Findings findings = new Findings();
    new StopSignMeasure(TestDrive.road()).report(findings);

    assertThat(findings.metrics()).allSatisfy(metric -> {
      assertThat(metric.value()).isEmpty();
      assertThat(metric.absence()).isEqualTo("the map has no stop signs");
    });
  }

  /** Past the line at 2 m/s, at one place of the bumper at another speed. */
  private static double violations(double slowAt, double slowMps) {
    RoadMap map = TestRoads.stopSign();
    StopSignMeasure measure = new StopSignMeasure(map);
    SituationModel model = new SituationModel(map);
    TimeSeries series = new TimeSeries();
    for (int i = 0; i < 100; i++) {
      double bumper = 190.0 + 0.2 * i;
      double speed = Math.abs(bumper - slowAt) < 0.05 ? slowMps : 2.0;
      var frame = TestDrive.frame(
          i * 100_000_000L,
          SignalColor.GREEN,
          TestDrive.car("Ego", bumper - 3.75, TestDrive.LANE_Y, 0.0, speed));
      series.beginRow(frame.timeNs());
      measure.update(model.of(frame).orElseThrow(), series);
    }
    Findings findings = new Findings();
    measure.report(findings);
    assertThat(findings.metrics().get(1).value().orElseThrow()).isEqualTo(1.0);
    return findings.metrics().get(0).value().orElseThrow();
  }
}
