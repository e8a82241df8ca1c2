package io.camber.app.miscalibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.app.miscalibration.Slope.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SlopeTest {
  @Test
  void pointsOfALineThroughZeroHaveItsSlopeAndNothingIsLeft() {
    Slope slope =
        Slope.of(List.of(new Point(0.5, -0.15), new Point(1.0, -0.3), new Point(2.0, -0.6)));

    assertThat(slope.perUnit()).isCloseTo(-0.3, within(1e-15));
    assertThat(slope.residual().getAsDouble()).isCloseTo(0.0, within(1e-15));
  }

  /** By hand: (1 * 1 + 2 * 0) / (1 + 4) = 0.2; rests 0.8 and -0.4, so sqrt(0.64 + 0.16) over one degree of freedom. */
  @Test
  void whatIsNoLineLeavesARest() {
    Slope slope = Slope.of(List.of(new Point(1.0, 1.0), new Point(2.0, 0.0)));

    assertThat(slope.perUnit()).isCloseTo(0.2, within(1e-15));
    assertThat(slope.residual().getAsDouble()).isCloseTo(Math.sqrt(0.8), within(1e-15));
  }

  @Test
  void onePointHasNoRest() {
    Slope slope = Slope.of(List.of(new Point(0.1, 0.02)));

    assertThat(slope.perUnit()).isCloseTo(0.2, within(1e-15));
    assertThat(slope.residual()).isEmpty();
  }

  @Test
  void noPointHasNoSlope() {
    assertThatThrownBy(() -> Slope.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
