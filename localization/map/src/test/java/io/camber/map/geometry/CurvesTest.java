package io.camber.map.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurvesTest {
  private static final double ROUNDING = 1e-12;

  @Test
  void lineGoesStraight() {
    CurvePoint point = new Line(1.0, 2.0, Math.PI / 6.0, 100.0).at(10.0);

    assertThat(point.x()).isCloseTo(1.0 + 10.0 * Math.sqrt(0.75), within(ROUNDING));
    assertThat(point.y()).isCloseTo(7.0, within(ROUNDING));
    assertThat(point.heading()).isCloseTo(Math.PI / 6.0, within(ROUNDING));
    assertThat(point.curvature()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0.01, 500", "-0.2, 40", "0.5, 10", "-1e-4, 3000"})
  void arcStaysOnItsCircle(double curvature, double length) {
    double heading = 0.7;
    Arc arc = new Arc(3.0, -4.0, heading, curvature, length);
    double radius = 1.0 / curvature;
    double centerX = 3.0 - radius * StrictMath.sin(heading);
    double centerY = -4.0 + radius * StrictMath.cos(heading);

    for (int i = 0; i <= 100; i++) {
      double u = i * length / 100.0;
      double angle = heading + curvature * u;
      CurvePoint point = arc.at(u);
      assertThat(point.x()).isCloseTo(centerX + radius * StrictMath.sin(angle), within(1e-9));
      assertThat(point.y()).isCloseTo(centerY - radius * StrictMath.cos(angle), within(1e-9));
      assertThat(point.cos()).isCloseTo(StrictMath.cos(angle), within(ROUNDING));
      assertThat(point.sin()).isCloseTo(StrictMath.sin(angle), within(ROUNDING));
    }
  }

  @Test
  void arcOfNoCurvatureIsALine() {
    CurvePoint point = new Arc(0.0, 0.0, 0.3, 0.0, 50.0).at(50.0);

    assertThat(point.x()).isCloseTo(50.0 * StrictMath.cos(0.3), within(ROUNDING));
    assertThat(point.y()).isCloseTo(50.0 * StrictMath.sin(0.3), within(ROUNDING));
  }

  /** Fresnel integrals C(1) and S(1) of pi t^2 / 2 (Abramowitz, Stegun 1964, table 7.7). */
  @Test
  void clothoidMatchesTabulatedFresnelIntegrals() {
    CurvePoint point = new Clothoid(0.0, 0.0, 0.0, 0.0, Math.PI, 1.0).at(1.0);

    assertThat(point.x()).isCloseTo(0.7798934003768228, within(1e-14));
    assertThat(point.y()).isCloseTo(0.4382591473903548, within(1e-14));
    assertThat(point.heading()).isCloseTo(Math.PI / 2.0, within(ROUNDING));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.01, 100",
    "0.01, 0, 100",
    "-0.02, 0.02, 300",
    "0.001, 0.0010001, 2000",
    "0, -0.2, 25",
    "0.1, 0.5, 40",
    "1e-9, 0, 500",
    "0.05, 0.05, 60",
    "-0.3, -0.01, 80"
  })
  void clothoidMatchesFineIntegrationToANanometre(double k0, double k1, double length) {
    double heading = -1.1;
    Clothoid clothoid = new Clothoid(10.0, 20.0, heading, k0, k1, length);
    double slope = (k1 - k0) / length;
    double x = 10.0;
    double y = 20.0;
    int steps = 20_000;
    double h = length / steps;

    for (int i = 0; i < steps; i++) {
      // Simpson's rule: error h^4 (k^4) length / 2880, far below a nanometre here.
      double a = i * h;
      x += h
          / 6.0
          * (cos(heading, k0, slope, a)
              + 4.0 * cos(heading, k0, slope, a + h / 2.0)
              + cos(heading, k0, slope, a + h));
      y += h
          / 6.0
          * (sin(heading, k0, slope, a)
              + 4.0 * sin(heading, k0, slope, a + h / 2.0)
              + sin(heading, k0, slope, a + h));
      if (i % 1000 == 999) {
        CurvePoint point = clothoid.at((i + 1) * h);
        assertThat(point.x()).isCloseTo(x, within(1e-9));
        assertThat(point.y()).isCloseTo(y, within(1e-9));
        assertThat(point.curvature()).isCloseTo(k0 + slope * (i + 1) * h, within(ROUNDING));
      }
    }
  }

  private static double cos(double heading, double k0, double slope, double u) {
    return StrictMath.cos(heading + u * (k0 + 0.5 * slope * u));
  }

  private static double sin(double heading, double k0, double slope, double u) {
    return StrictMath.sin(heading + u * (k0 + 0.5 * slope * u));
  }

  /** The parabola v = c u^2 has arc length (q sqrt(1 + q^2) + asinh q) / 4c with q = 2 c u. */
  @Test
  void offsetPolynomialIsMeasuredByArcLength() {
    double c = 0.02;
    double u = 30.0;
    double q = 2.0 * c * u;
    double root = Math.sqrt(1.0 + q * q);
    double length = (q * root + StrictMath.log(q + root)) / (4.0 * c);

    CurvePoint end = PolynomialCurve.ofOffset(0.0, 0.0, 0.0, new Cubic(0.0, 0.0, c, 0.0), length)
        .at(length);

    assertThat(end.x()).isCloseTo(u, within(1e-9));
    assertThat(end.y()).isCloseTo(c * u * u, within(1e-9));
    assertThat(end.heading()).isCloseTo(StrictMath.atan(q), within(1e-9));
    assertThat(end.curvature()).isCloseTo(2.0 * c / (root * root * root), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1.0", "47.3"})
  void parametricCurveIsMeasuredByArcLengthForBothRanges(double pMax) {
    // u = 40 p + 12 p^2 - 3 p^3, v = 9 p^2 + 4 p^3 over p in [0, 1], rescaled to [0, pMax].
    Cubic u = new Cubic(0.0, 40.0 / pMax, 12.0 / (pMax * pMax), -3.0 / (pMax * pMax * pMax));
    Cubic v = new Cubic(0.0, 0.0, 9.0 / (pMax * pMax), 4.0 / (pMax * pMax * pMax));
    double length = polyline(u, v, pMax);
    PolynomialCurve curve = PolynomialCurve.ofParameter(0.0, 0.0, 0.0, u, v, pMax, length);

    assertThat(curve.stretch()).isCloseTo(1.0, within(1e-9));
    for (int i = 1; i <= 50; i++) {
      double p = i * pMax / 50.0;
      double s = polyline(u, v, p);
      CurvePoint point = curve.at(s);
      assertThat(point.x()).isCloseTo(u.at(p), within(1e-7));
      assertThat(point.y()).isCloseTo(v.at(p), within(1e-7));
    }
  }

  private static double polyline(Cubic u, Cubic v, double p) {
    int steps = 100_000;
    double sum = 0.0;
    for (int i = 0; i < steps; i++) {
      double du = u.at((i + 1) * p / steps) - u.at(i * p / steps);
      double dv = v.at((i + 1) * p / steps) - v.at(i * p / steps);
      sum += Math.sqrt(du * du + dv * dv);
    }
    return sum;
  }

  @Test
  void footOfAPointOnARandomChainIsFoundAgain() {
    Random random = new Random(11);
    for (int run = 0; run < 50; run++) {
      double k0 = (random.nextDouble() - 0.5) * 0.04;
      double k1 = (random.nextDouble() - 0.5) * 0.04;
      Clothoid clothoid = new Clothoid(0.0, 0.0, random.nextDouble() * 6.0, k0, k1, 80.0);
      ReferenceLine line =
          new ReferenceLine(java.util.List.of(0.0), java.util.List.of(clothoid), 80.0);
      double s = random.nextDouble() * 80.0;
      double t = (random.nextDouble() - 0.5) * 20.0;
      CurvePoint foot = line.at(s);

      double found = line.footOf(
          foot.x() - t * foot.sin(),
          foot.y() + t * foot.cos(),
          s + random.nextDouble() * 6.0 - 3.0,
          0.0,
          80.0);

      assertThat(found).as("run %s", run).isCloseTo(s, within(1e-8));
    }
  }

  @Test
  void profileHoldsEachPieceUntilTheNextAndIsZeroBeforeTheFirst() {
    Profile profile = new Profile(
        java.util.List.of(10.0, 20.0),
        java.util.List.of(new Cubic(1.0, 2.0, 0.0, 0.0), new Cubic(5.0, 0.0, 1.0, 1.0)));

    assertThat(profile.at(9.999)).isZero();
    assertThat(profile.at(10.0)).isEqualTo(1.0);
    assertThat(profile.at(15.0)).isEqualTo(11.0);
    assertThat(profile.slopeAt(15.0)).isEqualTo(2.0);
    assertThat(profile.at(22.0)).isEqualTo(5.0 + 4.0 + 8.0);
    assertThat(profile.bendAt(22.0)).isEqualTo(2.0 + 12.0);
    assertThat(profile.plus(3.0).at(0.0)).isEqualTo(3.0);
    assertThat(profile.plus(3.0).at(15.0)).isEqualTo(14.0);
  }
}
