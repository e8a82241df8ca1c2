package io.camber.sim.dynamics.doubletrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TyreCurveTest {
  private static final TyreCurve CURVE = new TyreCurve(1.6411, 1.1739, 0.46403, 22.303);

  @Test
  void beginsWithTheSlopeOfItsStiffness() {
    // s = K slip / D, so that the share of the peak begins with slope one.
    assertThat(CURVE.share(1e-6)).isCloseTo(1e-6, within(1e-11));
  }

  @Test
  void isTheMagicFormulaInItsUsualLetters() {
    double slip = 0.07;
    double b = CURVE.stiffness() / (CURVE.shape() * CURVE.peak());
    double u = b * slip;
    double formula = StrictMath.sin(
        CURVE.shape() * StrictMath.atan(u - CURVE.curvature() * (u - StrictMath.atan(u))));

    assertThat(CURVE.share(CURVE.stiffness() * slip / CURVE.peak()))
        .isCloseTo(formula, within(1e-14));
  }

  @Test
  void peaksAtOneWhereItSaysAndFallsBehind() {
    double peak = CURVE.peakSlip();

    assertThat(CURVE.share(peak)).isCloseTo(1.0, within(1e-12));
    assertThat(CURVE.share(0.8 * peak)).isLessThan(1.0);
    assertThat(CURVE.share(2.0 * peak)).isLessThan(1.0);
  }

  @Test
  void refusesACurveWithoutAPeak() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TyreCurve(1.3, 1.0, 1.5, 20.0))
        .withMessageContaining("curvature=1.5");
  }
}
