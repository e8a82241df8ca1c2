package io.camber.evaluation.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.SituationModel;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import org.junit.jupiter.api.Test;

final class EncroachmentMeasureTest {
  @Test
  void theTimeBetweenTheWalkerLeavingAndTheCarComing() {
    // The walker's feet leave the car's strip (half 0.93 m) with its rear edge (half 0.25 m) 1.18 m
    // past the lane's middle:
    // it starts at -10 m with 1 m/s, so at 11.18 s. The car's front (3.75 m before its axle)
    // reaches x = 199.75 at 14.6 s.
    assertThat(pet(14.6)).isCloseTo(14.6 - 11.18, within(0.11));
  }

  @Test
  void nobodyWhoseWayCrossesIsNoFigure() {
    EncroachmentMeasure measure = new EncroachmentMeasure();
    Findings findings = new Findings();

    measure.report(findings);

    assertThat(findings.metrics().get(0).value()).isEmpty();
    assertThat(findings.metrics().get(0).absence()).isEqualTo("no way crossed the ego's");
  }

  private static double pet(double arrivalS) {
    EncroachmentMeasure measure = new EncroachmentMeasure();
    SituationModel model = new SituationModel(TestDrive.road());
    TimeSeries series = new TimeSeries();
    double speed = 10.0;
    for (int i = 0; i < 250; i++) {
      double time = i * 0.1;
      double x = 199.75 - 3.75 - speed * (arrivalS - time);
      var frame = TestDrive.frame(
          Math.round(time * 1e9),
          SignalColor.GREEN,
          TestDrive.car("Ego", x, TestDrive.LANE_Y, 0.0, speed),
          TestDrive.actor(
              "walker",
              ObjectClass.PEDESTRIAN,
              200.0,
              TestDrive.LANE_Y - 10.0 + time,
              Math.PI / 2,
              1.0,
              0.0));
      series.beginRow(frame.timeNs());
      model.of(frame).ifPresent(situation -> measure.update(situation, series));
    }
    Findings findings = new Findings();
    measure.report(findings);
    return findings.metrics().get(0).value().orElseThrow();
  }
}
