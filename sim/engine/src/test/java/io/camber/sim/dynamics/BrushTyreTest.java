package io.camber.sim.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BrushTyreTest {
  private static final double STIFFNESS = 80_000.0;
  private static final double LIMIT = 8_000.0;

  @Test
  void isLinearForSmallSlip() {
    assertThat(BrushTyre.lateralN(1e-6, STIFFNESS, LIMIT, 0.0))
        .isCloseTo(-STIFFNESS * 1e-6, within(1e-5));
  }

  @Test
  void pushesAgainstTheSlip() {
    assertThat(BrushTyre.lateralN(0.02, STIFFNESS, LIMIT, 0.0)).isNegative();
    assertThat(BrushTyre.lateralN(-0.02, STIFFNESS, LIMIT, 0.0)).isPositive();
  }

  @Test
  void saturatesAtFriction() {
    double sliding = 3.0 * LIMIT / STIFFNESS;

    assertThat(BrushTyre.lateralN(sliding, STIFFNESS, LIMIT, 0.0)).isEqualTo(-LIMIT);
    assertThat(BrushTyre.lateralN(10.0, STIFFNESS, LIMIT, 0.0)).isEqualTo(-LIMIT);
    assertThat(BrushTyre.lateralN(0.999 * sliding, STIFFNESS, LIMIT, 0.0))
        .isCloseTo(-LIMIT, within(1e-3));
  }

  @Test
  void sharesTheCircleWithTheLongitudinalForce() {
    double lateral = BrushTyre.lateralN(10.0, STIFFNESS, LIMIT, 0.6 * LIMIT);

    assertThat(lateral).isCloseTo(-0.8 * LIMIT, within(1e-6));
  }

  @Test
  void aLockedOrUnloadedWheelDoesNotSteer() {
    assertThat(BrushTyre.lateralN(0.1, STIFFNESS, LIMIT, LIMIT)).isZero();
    assertThat(BrushTyre.lateralN(0.1, 0.0, 0.0, 0.0)).isZero();
  }
}
