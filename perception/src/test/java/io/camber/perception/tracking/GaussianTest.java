package io.camber.perception.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Place and speed of something whose place was known at 1 m and whose speed at 10 m/s, a second ago. */
final class GaussianTest {
  private static final double[] SECOND = {1.0, 1.0, 0.0, 1.0};

  private static Gaussian coupled() {
    Gaussian state = new Gaussian(2);
    state.covariance[0] = 1.0;
    state.covariance[3] = 100.0;
    state.propagate(SECOND, new double[2]);
    return state;
  }

  @Test
  void propagationCouplesPlaceAndSpeed() {
    assertThat(coupled().covariance).containsExactly(101.0, 100.0, 100.0, 100.0);
  }

  @Test
  void aSpeedKnownFromElsewhereHasNoErrorInCommonWithThePlace() {
    Gaussian state = coupled();
    state.set(1, 3.0, 0.25);

    assertThat(state.mean).containsExactly(0.0, 3.0);
    assertThat(state.covariance).containsExactly(101.0, 0.0, 0.0, 0.25);
  }

  @Test
  void whereItWasASecondAgoHasAVarianceAfterItsSpeedWasSet() {
    Gaussian state = coupled();
    state.set(1, 0.0, 0.25);
    double logLikelihood = state.update(new double[] {1.0, -1.0}, 0.0, 0.01);

    // Of the difference of both, which are independent: 101 + 0.25 + 0.01.
    assertThat(logLikelihood)
        .isCloseTo(-0.5 * StrictMath.log(2.0 * Math.PI * 101.26), within(1e-12));
    assertThat(state.variance(0)).isPositive();
    assertThat(state.variance(1)).isPositive();
  }
}
