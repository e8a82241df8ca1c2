package io.camber.evaluation.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class FollowingDriverTest {
  @Test
  void neitherSpeedsUpNorBrakesAtTheWantedSpeedOnAFreeRoad() {
    assertThat(FollowingDriver.accelMps2(20.0, 20.0, Double.POSITIVE_INFINITY, 0.0))
        .isCloseTo(0.0, within(1e-12));
    assertThat(FollowingDriver.accelMps2(0.0, 20.0, Double.POSITIVE_INFINITY, 0.0))
        .isCloseTo(1.5, within(1e-12));
  }

  @Test
  void settlesAtTheGapOfTheModelsEquilibrium() {
    // eq. 3 at equal speeds: (s0 + v T) / sqrt(1 - (v / v0)^4)
    double speed = 10.0;
    double gap = (2.0 + speed * 1.5) / Math.sqrt(1.0 - StrictMath.pow(10.0 / 20.0, 4));

    assertThat(FollowingDriver.accelMps2(speed, 20.0, gap, speed)).isCloseTo(0.0, within(1e-12));
  }

  @Test
  void brakesNoHarderThanACarCan() {
    assertThat(FollowingDriver.accelMps2(30.0, 30.0, 1.0, 0.0))
        .isEqualTo(-FollowingDriver.BRAKE_MPS2_MAX);
  }
}
