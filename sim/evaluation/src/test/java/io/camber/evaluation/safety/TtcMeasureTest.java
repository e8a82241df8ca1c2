package io.camber.evaluation.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.SituationModel;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.scene.SignalColor;
import io.camber.truth.TruthFrame;
import org.junit.jupiter.api.Test;

final class TtcMeasureTest {
  @Test
  void countsToTheFirstStepAtWhichTheBoxesTouch() {
    // Bumpers 11.5 m apart, closing at 10 m/s: contact after 1.15 s, seen at the step of 1.2 s.
    double ttc = TtcMeasure.timeToCollisionS(box(0.0, 0.0, 0.0), 15.0, box(16.2, 0.0, 0.0), 5.0);

    assertThat(ttc).isEqualTo(12 * 0.1);
  }

  @Test
  void headOnClosingSpeedsAddUp() {
    double ttc =
        TtcMeasure.timeToCollisionS(box(0.0, 0.0, 0.0), 10.0, box(24.6, 0.0, Math.PI), 10.0);

    assertThat(ttc).isEqualTo(1.0);
  }

  @Test
  void isInfiniteWhenPathsCrossAtDifferentTimes() {
    double ttc =
        TtcMeasure.timeToCollisionS(box(0.0, 0.0, 0.0), 10.0, box(15.0, -30.0, Math.PI / 2.0), 5.0);

    assertThat(ttc).isInfinite();
  }

  @Test
  void isInfiniteBeyondItsHorizon() {
    double ttc = TtcMeasure.timeToCollisionS(box(0.0, 0.0, 0.0), 10.0, box(40.0, 0.0, 0.0), 0.0);

    assertThat(ttc).isInfinite();
  }

  @Test
  void anEgoThatReversesMeetsWhoIsBehind() {
    // rear bumper at 49.05 m, the other's front bumper at 43.75 m: 5.3 m at 5 m/s, seen at 1.1 s
    TtcMeasure measure = new TtcMeasure(new CollisionMeasure(1600.0));
    TimeSeries series = new TimeSeries();
    series.beginRow(0);
    TruthFrame frame = TestDrive.frame(
        0,
        SignalColor.GREEN,
        TestDrive.car("Ego", 50.0, TestDrive.LANE_Y, 0.0, -5.0),
        TestDrive.car("behind", 40.0, TestDrive.LANE_Y, 0.0, 0.0));
    measure.update(new SituationModel(TestDrive.road()).of(frame).orElseThrow(), series);
    Findings findings = new Findings();
    measure.report(findings);

    assertThat(findings.metrics().get(0).name()).isEqualTo("ttc.min");
    assertThat(findings.metrics().get(0).value().orElseThrow()).isEqualTo(11 * 0.1);
  }

  private static Box2 box(double x, double y, double yaw) {
    return new Box2(new Pose2(x, y, yaw), 4.7, 1.86);
  }
}
