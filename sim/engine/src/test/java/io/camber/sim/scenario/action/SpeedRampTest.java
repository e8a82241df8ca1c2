package io.camber.sim.scenario.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpeedRampTest {
  @Test
  void withoutALimitOfJerkTheAccelerationIsEven() {
    SpeedRamp ramp = SpeedRamp.of(10.0, 20.0, 4.0, 5.0, Double.POSITIVE_INFINITY);

    assertThat(ramp.timeS()).isEqualTo(4.0);
    assertThat(ramp.at(1.0)).isCloseTo(12.5, within(1e-12));
    assertThat(ramp.at(3.0)).isCloseTo(17.5, within(1e-12));
  }

  @Test
  void asFastAsPossibleMeansTheLargestAcceleration() {
    assertThat(
            SpeedRamp.of(20.0, 0.0, Double.NaN, 8.0, Double.POSITIVE_INFINITY).timeS())
        .isCloseTo(2.5, within(1e-12));
  }

  @Test
  void jerkMakesAnEvenRiseAndFallOfTheAcceleration() {
    // 12 m/s at 3 m/s2 and 6 m/s3: 0.5 s up, 3.5 s at the peak, 0.5 s down
    SpeedRamp ramp = SpeedRamp.of(0.0, 12.0, Double.NaN, 3.0, 6.0);

    assertThat(ramp.timeS()).isCloseTo(4.5, within(1e-12));
    assertThat(ramp.at(0.5)).isCloseTo(0.75, within(1e-12));
    assertThat(ramp.at(2.25)).isCloseTo(6.0, within(1e-12));
    assertThat(ramp.at(4.0)).isCloseTo(11.25, within(1e-12));
  }

  @Test
  void aGivenTimeIsMetWithLessAcceleration() {
    SpeedRamp ramp = SpeedRamp.of(0.0, 12.0, 8.0, 3.0, 6.0);

    assertThat(ramp.timeS()).isEqualTo(8.0);
    assertThat(ramp.peakMps2() * (8.0 - ramp.peakMps2() / 6.0)).isCloseTo(12.0, within(1e-12));
    assertThat(ramp.at(4.0)).isCloseTo(6.0, within(1e-12));
  }

  @Test
  void aSmallChangeNeverReachesTheLargestAcceleration() {
    // peak = sqrt(dv j) = 2, twice 1 s
    SpeedRamp ramp = SpeedRamp.of(5.0, 3.0, Double.NaN, 10.0, 2.0);

    assertThat(ramp.peakMps2()).isCloseTo(2.0, within(1e-12));
    assertThat(ramp.timeS()).isCloseTo(2.0, within(1e-12));
    assertThat(ramp.at(1.0)).isCloseTo(4.0, within(1e-12));
  }
}
