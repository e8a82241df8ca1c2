package io.camber.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.judgement.Findings;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import io.camber.vehicle.VehicleDescription;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** A mid-size car: 0.61 rad, 0.70 rad/s, 3 and 9 m/s2; ten commands over 1 s. */
final class SaturationMeasureTest {
  @Test
  void nothingAtALimitIsNone() {
    assertThat(share(t -> 0.3 * t, t -> 2.9)).isZero();
  }

  @Test
  void theTimeAtEachLimitCounts() {
    assertThat(share(t -> 0.0, t -> t < 0.45 ? -9.0 : 0.0)).isCloseTo(0.5, within(1e-9));
    assertThat(share(t -> 0.0, t -> t < 0.15 ? 3.0 : 0.0)).isCloseTo(0.2, within(1e-9));
    assertThat(share(t -> -0.61, t -> 0.0)).isEqualTo(1.0);
    // 0.8 rad/s for 0.3 s
    assertThat(share(t -> 0.8 * Math.min(0.3, t), t -> 0.0)).isCloseTo(0.3, within(1e-9));
  }

  @Test
  void noCommandIsNoFigure() {
    Findings findings = new Findings();
    new SaturationMeasure(VehicleDescription.midSizeCar()).report(findings);

    assertThat(findings.metrics().get(0).value()).isEmpty();
  }

  private static double share(DoubleUnaryOperator steering, DoubleUnaryOperator accel) {
    SaturationMeasure measure = new SaturationMeasure(VehicleDescription.midSizeCar());
    for (int i = 0; i <= 10; i++) {
      double time = 0.1 * i;
      measure.update(new ControlCommand(
          i * 100_000_000L,
          steering.applyAsDouble(time),
          accel.applyAsDouble(time),
          DriveMode.NOMINAL));
    }
    Findings findings = new Findings();
    measure.report(findings);
    return findings.metrics().get(0).value().orElseThrow();
  }
}
