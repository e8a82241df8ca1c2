package io.camber.planning.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceLineTest {
  private static ReferenceLine circle(double radius, int n) {
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double angle = i * ReferenceLine.STEP_M / radius;
      x[i] = radius * Math.sin(angle);
      y[i] = radius * (1.0 - Math.cos(angle));
    }
    return ReferenceLine.through(x, y, 10.0, 3.5);
  }

  @Test
  void aCircleHasTheCurvatureOfItsRadius() {
    assertThat(circle(25.0, 100).curvatureAt(40.0)).isCloseTo(1.0 / 25.0, within(1e-4));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-3.0, -0.5, 0.0, 1.0, 4.0})
  void projectionInvertsPlacement(double d) {
    ReferenceLine line = circle(25.0, 100);

    for (double s = 5.0; s < 90.0; s += 7.3) {
      Pose2 p = line.at(s, d);
      double found = line.project(p.x(), p.y(), 0.0, line.lengthM());
      assertThat(found).isCloseTo(s, within(0.03));
      assertThat(line.offset(p.x(), p.y(), found)).isCloseTo(d, within(0.02));
    }
  }

  @Test
  void goesOnStraightBeyondItsEnds() {
    double[] x = {0, 1, 2, 3};
    double[] y = {0, 0, 0, 0};
    ReferenceLine line = ReferenceLine.through(x, y, 10.0, 3.5);

    assertThat(line.xAt(10.0)).isCloseTo(10.0, within(1e-9));
    assertThat(line.xAt(-4.0)).isCloseTo(-4.0, within(1e-9));
    assertThat(line.project(8.0, 1.0, 0.0, 100.0)).isCloseTo(8.0, within(1e-9));
  }

  @Test
  void refusesTooFewPoints() {
    assertThatThrownBy(() -> ReferenceLine.through(new double[2], new double[2], 1.0, 3.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("points=2");
  }
}
