package io.camber.sim.scenario.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.sim.scenario.action.Transition.Dimension;
import io.camber.sim.scenario.action.Transition.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionTest {
  private static final double EXACT = 1e-12;

  @Test
  void linearRunsAlongTheChord() {
    Transition transition =
        new Transition(new Dynamics(Shape.LINEAR, Dimension.TIME, 4.0), 2.0, 10.0);

    transition.advance(1.0);

    assertThat(transition.value()).isCloseTo(4.0, within(EXACT));
    assertThat(transition.slope()).isCloseTo(2.0, within(EXACT));
  }

  @Test
  void sinusoidalPeaksHalfwayAtPiHalvesOfTheMeanSlope() {
    Transition transition =
        new Transition(new Dynamics(Shape.SINUSOIDAL, Dimension.TIME, 4.0), 0.0, 8.0);

    transition.advance(2.0);

    assertThat(transition.value()).isCloseTo(4.0, within(EXACT));
    assertThat(transition.slope()).isCloseTo(Math.PI / 2.0 * 2.0, within(EXACT));
  }

  @Test
  void cubicPeaksHalfwayAtThreeHalvesOfTheMeanSlope() {
    Transition transition =
        new Transition(new Dynamics(Shape.CUBIC, Dimension.TIME, 4.0), 0.0, 8.0);

    transition.advance(2.0);
    assertThat(transition.value()).isCloseTo(4.0, within(EXACT));
    assertThat(transition.slope()).isCloseTo(3.0, within(EXACT));

    transition.advance(1.0);
    assertThat(transition.value()).isCloseTo(8.0 * 0.75 * 0.75 * 1.5, within(EXACT));
  }

  @Test
  void aStepIsThereAtOnce() {
    assertThat(new Transition(new Dynamics(Shape.STEP, Dimension.TIME, 0.0), 1.0, 5.0).value())
        .isEqualTo(5.0);
  }

  @ParameterizedTest
  @EnumSource(names = "STEP", mode = EnumSource.Mode.EXCLUDE)
  void aRateIsThePeakSlope(Shape shape) {
    Transition transition = new Transition(new Dynamics(shape, Dimension.RATE, 2.0), 0.0, 10.0);

    transition.advance(transition.extent() / 2.0);

    assertThat(transition.slope()).isCloseTo(2.0, within(1e-9));
    assertThat(transition.value()).isCloseTo(5.0, within(1e-9));
  }

  @Test
  void aRateOfZeroNeverGetsAnywhere() {
    Transition transition =
        new Transition(new Dynamics(Shape.LINEAR, Dimension.RATE, 0.0), 3.0, 9.0);

    transition.advance(100.0);

    assertThat(transition.value()).isEqualTo(3.0);
  }

  @Test
  void aLimitedSlopeStretchesTheTransition() {
    Transition transition =
        new Transition(new Dynamics(Shape.LINEAR, Dimension.TIME, 1.0), 0.0, 20.0);

    transition.limitSlope(10.0);
    transition.advance(1.0);

    assertThat(transition.value()).isCloseTo(10.0, within(EXACT));
  }

  @Test
  void aPeakBendSetsTheExtent() {
    Transition transition =
        new Transition(new Dynamics(Shape.SINUSOIDAL, Dimension.TIME, 1.0), 0.0, 1.5);

    double extent = transition.extentForPeakBend(0.3);

    // f'' peaks at pi^2 d / (2 T^2)
    assertThat(Math.PI * Math.PI * 1.5 / (2.0 * extent * extent)).isCloseTo(0.3, within(1e-12));
  }
}
