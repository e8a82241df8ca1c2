package io.camber.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class WhitenessTest {
  /** Worked out with NumPy and SciPy. */
  private static final double[] SERIES = {
    3.1, -0.4, 1.7, 2.2, -1.9, 0.3, 0.8, -2.5, 1.1, 0.6, -0.7, 2.9
  };

  @Test
  void agreesWithNumPyAndSciPy() {
    assertThat(Whiteness.correlation(SERIES, 1)).isCloseTo(-0.30110981308411217, within(1e-14));
    assertThat(Whiteness.correlation(SERIES, 4)).isCloseTo(-0.5645443925233646, within(1e-14));
    assertThat(Whiteness.ljungBox(SERIES, 4)).isCloseTo(14.059393246784326, within(1e-13));
    assertThat(Whiteness.chiSquareTail(14.059393246784326, 4))
        .isCloseTo(0.007107889771007582, within(1e-14));
  }

  @Test
  void theTailOfChiSquareIsThatOfTheTables() {
    // 95 % of chi-square with 20 degrees of freedom
    assertThat(Whiteness.chiSquareTail(31.410432844230918, 20)).isCloseTo(0.05, within(1e-14));
    assertThat(Whiteness.chiSquareTail(0.0, 20)).isEqualTo(1.0);
  }

  @Test
  void anAlternationHasACorrelationOfAlmostMinusOne() {
    double[] values = new double[100];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 2 == 0 ? 1.0 : -1.0;
    }

    assertThat(Whiteness.correlation(values, 1)).isCloseTo(-0.99, within(1e-12));
    assertThat(Whiteness.chiSquareTail(Whiteness.ljungBox(values, 10), 10)).isLessThan(1e-100);
  }

  @Test
  void aConstantHasNoCorrelation() {
    assertThat(Whiteness.correlation(new double[] {2.0, 2.0, 2.0}, 1)).isNaN();
  }
}
