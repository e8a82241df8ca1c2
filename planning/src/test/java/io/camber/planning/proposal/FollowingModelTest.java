package io.camber.planning.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FollowingModelTest {
  private final DrivingStyle style = DrivingStyle.comfortable();
  private final FollowingModel model = new FollowingModel(style);

  @Test
  void isAtRestAtTheDesiredGapBehindAnEquallyFastLeader() {
    double v = 20.0;
    double gap = style.standstillGapM() + v * style.timeGapS(v);

    assertThat(model.accelMps2(gap, v, v, 0.0)).isCloseTo(0.0, within(0.1));
  }

  @Test
  void brakesMoreTheCloserAndTheSlowerTheLeader() {
    assertThat(model.accelMps2(20.0, 20.0, 15.0, 0.0))
        .isLessThan(model.accelMps2(40.0, 20.0, 15.0, 0.0));
    assertThat(model.accelMps2(30.0, 20.0, 10.0, 0.0))
        .isLessThan(model.accelMps2(30.0, 20.0, 15.0, 0.0));
  }

  @Test
  void closeButFasterLeaderCausesNoPanic() {
    assertThat(model.accelMps2(8.0, 25.0, 28.0, 0.0)).isGreaterThan(-2.5);
  }

  @Test
  void imminentCollisionAsksForAtLeastTheKinematicallyNeededDeceleration() {
    double gap = 15.0;
    double closing = 10.0;

    assertThat(model.accelMps2(gap, 30.0, 20.0, 0.0)).isLessThan(-closing * closing / (2.0 * gap));
  }

  @Test
  void stoppingAsksForNothingFarAwayAndTheConstantRateNearby() {
    assertThat(model.stopMps2(200.0, 10.0)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(model.stopMps2(20.0, 10.0)).isCloseTo(-2.5, within(1e-9));
    assertThat(model.stopMps2(0.01, 2.0)).isEqualTo(-style.decelMps2Max());
  }
}
