package io.camber.sim.dynamics.doubletrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TyreConfigTest {
  private static final TyreCurve CURVE = new TyreCurve(1.35, 1.0, 0.0, 20.0);
  private static final TyreConfig TYRE = new TyreConfig(CURVE, CURVE, 4000.0, 0.1, 1.8, 0.4);

  @ParameterizedTest
  @ValueSource(doubles = {500.0, 2000.0, 4000.0, 7200.0, 9000.0})
  void corneringStiffnessFollowsPacejkasSineOfTheLoad(double loadN) {
    double largest = 20.0 * 4000.0 / StrictMath.sin(2.0 * StrictMath.atan(1.0 / 1.8));

    assertThat(TYRE.corneringN(loadN))
        .isCloseTo(
            largest * StrictMath.sin(2.0 * StrictMath.atan(loadN / (1.8 * 4000.0))), within(1e-6));
  }

  @Test
  void withoutALargestStiffnessItGrowsWithTheLoad() {
    TyreConfig linear = new TyreConfig(CURVE, CURVE, 4000.0, 0.1, Double.POSITIVE_INFINITY, 0.4);

    assertThat(linear.corneringN(9000.0)).isCloseTo(20.0 * 9000.0, within(1e-6));
  }
}
