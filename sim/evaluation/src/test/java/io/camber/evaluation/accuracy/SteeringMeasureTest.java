package io.camber.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.judgement.Findings;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import org.junit.jupiter.api.Test;

final class SteeringMeasureTest {
  @Test
  void aTriangleWaveHasOneRateAndTurnsTwiceAPeriod() {
    // 0.1 rad/s up and down, a period of 2 s, over 20 s: it turns around at 1, 2 ... 19 s
    SteeringMeasure measure = new SteeringMeasure();
    for (int i = 0; i <= 2000; i++) {
      double phase = i % 200 / 100.0;
      double angle = 0.1 * (phase < 1.0 ? phase : 2.0 - phase);
      measure.update(new ControlCommand(i * 10_000_000L, angle, 0.0, DriveMode.NOMINAL));
    }
    Findings findings = new Findings();
    measure.report(findings);

    assertThat(findings.metrics().get(0).value().orElseThrow()).isCloseTo(0.1, within(1e-9));
    assertThat(findings.metrics().get(1).value().orElseThrow())
        .isCloseTo(19 * 60.0 / 20.0, within(1e-9));
  }
}
