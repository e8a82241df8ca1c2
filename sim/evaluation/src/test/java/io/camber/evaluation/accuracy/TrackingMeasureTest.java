package io.camber.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.SituationModel;
import io.camber.geometry.Pose2;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.scene.SignalColor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrackingMeasureTest {
  @Test
  void aStopIsOffByHowFarThePlanStoodStillElsewhere() {
    assertThat(stopDeviation(0.4).value().orElseThrow()).isCloseTo(0.4, within(1e-9));
    assertThat(stopDeviation(-0.4).value().orElseThrow()).isCloseTo(0.4, within(1e-9));
  }

  @Test
  void aPlanThatNeverStopsHasNone() {
    assertThat(stopDeviation(Double.NaN).value()).isEmpty();
  }

  /** From 10 m/s at 2 m/s2 to rest at 125 m after 5 s; plans stand so much farther on, or, if that is not a number, go on. */
  private static Metric stopDeviation(double farther) {
    TrackingMeasure measure = new TrackingMeasure();
    SituationModel model = new SituationModel(TestDrive.road());
    TimeSeries series = new TimeSeries();
    for (int i = 0; i <= 60; i++) {
      measure.update(plan(0.1 * i, farther));
      var frame = TestDrive.frame(
          i * 100_000_000L,
          SignalColor.GREEN,
          TestDrive.car(new Pose2(x(0.1 * i), TestDrive.LANE_Y, 0.0), speed(0.1 * i), -2.0));
      series.beginRow(frame.timeNs());
      measure.update(model.of(frame).orElseThrow(), series);
    }
    Findings findings = new Findings();
    measure.report(findings);
    return findings.metrics().stream()
        .filter(metric -> metric.name().equals("control.stopDeviation.max"))
        .findFirst()
        .orElseThrow();
  }

  /** The last second before the stop plans it elsewhere still; from then on where the ego stands. */
  private static Plan plan(double time, double farther) {
    List<TrajectoryPoint> points = new ArrayList<>();
    double beyond = time < 4.95 ? farther : 0.0;
    for (int i = 0; i <= 60; i++) {
      double at = time + 0.1 * i;
      points.add(new TrajectoryPoint(
          Math.round(at * 1e9),
          Double.isNaN(farther) ? x(at) + at : x(at) + beyond,
          TestDrive.LANE_Y,
          0.0,
          0.0,
          Double.isNaN(farther) ? speed(at) + 1.0 : speed(at),
          -2.0));
    }
    return new Plan(
        Math.round(time * 1e9), new Trajectory(points), Trajectory.EMPTY, List.of(), List.of());
  }

  private static double speed(double time) {
    return Math.max(0.0, 10.0 - 2.0 * time);
  }

  private static double x(double time) {
    double moving = Math.min(5.0, time);
    return 100.0 + 10.0 * moving - moving * moving;
  }
}
