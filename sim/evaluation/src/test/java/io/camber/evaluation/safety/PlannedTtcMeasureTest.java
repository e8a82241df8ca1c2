package io.camber.evaluation.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.SituationModel;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.scene.Futures;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.SignalColor;
import io.camber.scene.TrackFuture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The front bumper is at 23.75 m, the rear bumper of who is ahead 0.95 m behind its rear axle. */
final class PlannedTtcMeasureTest {
  private static final double Y = TestDrive.LANE_Y;

  @Test
  void atConstantSpeedItIsTheClearanceOverTheSpeed() {
    // 25.33 m at 10 m/s
    assertThat(value(measured(50.03, 10.0), "ttc.planned.min")).isCloseTo(2.533, within(1e-3));
    assertThat(value(measured(50.03, 10.0), "ttc.planned.timeBelow3s")).isEqualTo(0.1);
    assertThat(value(measured(50.03, 10.0), "ttc.planned.timeBelow1.5s")).isZero();
  }

  @Test
  void aPlanThatStopsBeforeMeetsNobody() {
    Findings findings = measured(50.03, 0.5);

    assertThat(metric(findings, "ttc.planned.min").value()).isEmpty();
    assertThat(value(findings, "ttc.planned.timeBelow3s")).isZero();
  }

  @Test
  void ofSeveralModesItIsTheTimeByWhichHalfOfThemHit() {
    // stands: 2.533 s; comes at 10 m/s: half of that; leaves at 15 m/s: never
    assertThat(value(measured(50.03, 10.0, mode(0.6, 0.0), mode(0.4, 15.0)), "ttc.planned.min"))
        .isCloseTo(2.533, within(1e-3));
    assertThat(metric(measured(50.03, 10.0, mode(0.4, 0.0), mode(0.6, 15.0)), "ttc.planned.min")
            .value())
        .isEmpty();
    assertThat(value(measured(50.03, 10.0, mode(0.5, 0.0), mode(0.5, -10.0)), "ttc.planned.min"))
        .isCloseTo(1.2665, within(1e-3));
  }

  private static PredictedPath mode(double probability, double speedMps) {
    List<PredictedPoint> points = new ArrayList<>();
    for (int i = 0; i <= 60; i++) {
      // 0.7 m beside where it is: only the way counts
      points.add(
          new PredictedPoint(0.1 * i, 51.43 + 0.1 * i * speedMps, Y + 0.7, 0.0, speedMps, 0.0));
    }
    return new PredictedPath("mode", probability, points);
  }

  private static Findings measured(double x, double planMps, PredictedPath... modes) {
    PlannedTtcMeasure measure =
        new PlannedTtcMeasure(new CollisionMeasure(1600.0), track -> track == 7 ? "lead" : null);
    if (modes.length > 0) {
      measure.update(new Futures(0, List.of(new TrackFuture(7, List.of(modes)))));
    }
    List<TrajectoryPoint> points = new ArrayList<>();
    for (int i = 0; i <= 60; i++) {
      points.add(new TrajectoryPoint(
          i * 100_000_000L, 20.0 + 0.1 * i * planMps, Y, 0.0, 0.0, planMps, 0.0));
    }
    measure.update(new Plan(0, new Trajectory(points), Trajectory.EMPTY, List.of(), List.of()));
    TimeSeries series = new TimeSeries();
    series.beginRow(0);
    measure.update(
        new SituationModel(TestDrive.road())
            .of(TestDrive.frame(
                0,
                SignalColor.GREEN,
                TestDrive.car("Ego", 20.0, Y, 0.0, 10.0),
                TestDrive.car("lead", x, Y, 0.0, 0.0)))
            .orElseThrow(),
        series);
    Findings findings = new Findings();
    measure.report(findings);
    return findings;
  }

  private static double value(Findings findings, String name) {
    return metric(findings, name).value().orElseThrow();
  }

  private static Metric metric(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }
}
