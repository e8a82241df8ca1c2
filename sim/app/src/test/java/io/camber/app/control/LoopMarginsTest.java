package io.camber.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** k exp(-sT) / s: crossover at k rad/s, phase margin 90 degrees - k T, gain margin pi / (2 k T). */
final class LoopMarginsTest {
  private static final double TURN = 2.0 * Math.PI;

  @ParameterizedTest
  @CsvSource({"1.0, 0.3", "2.0, 0.1", "0.5, 2.0"})
  void anIntegratorWithDelayHasTheMarginsOfItsClosedForm(double gain, double delayS) {
    LoopMargins margins = LoopMargins.of(delayedIntegrator(gain, delayS));

    assertThat(margins.crossoverHz()).isCloseTo(gain / TURN, within(1e-4 * gain));
    assertThat(margins.phaseMargin()).isCloseTo(Math.PI / 2.0 - gain * delayS, within(1e-3));
    assertThat(margins.delayMarginS())
        .isCloseTo((Math.PI / 2.0 - gain * delayS) / gain, within(2e-3));
    assertThat(margins.gainMarginDb())
        .isCloseTo(20.0 * Math.log10(Math.PI / (2.0 * gain * delayS)), within(1e-2));
    assertThat(margins.phaseCrossingHz()).isCloseTo(0.25 / delayS, within(1e-3 / delayS));
  }

  @Test
  void aLoopPastItsBoundHasANegativePhaseMarginAndTheDelayOfTheRestOfTheTurn() {
    LoopMargins margins = LoopMargins.of(delayedIntegrator(2.0, 1.0));

    assertThat(margins.phaseMargin()).isCloseTo(Math.PI / 2.0 - 2.0, within(1e-3));
    assertThat(margins.delayMarginS()).isCloseTo((Math.PI / 2.0 - 2.0 + TURN) / 2.0, within(1e-3));
  }

  @Test
  void aPhaseTurnedOnceRoundHasTheSameMargins() {
    // a first point almost half a turn ahead, from which all that follow are read a turn lower
    List<LoopPoint> points = new ArrayList<>(delayedIntegrator(1.0, 0.3));
    LoopPoint first = points.get(0);
    points.add(0, new LoopPoint(0.009, -first.imaginary() * 0.1, first.gain() * 1.2));

    assertThat(LoopMargins.of(points).phaseMargin()).isCloseTo(Math.PI / 2.0 - 0.3, within(1e-3));
  }

  @Test
  void thePhaseMayGoRoundMoreThanOnce() {
    // through minus one and a half turns at 2.5 pi rad/s, where the gain is 2 / (2.5 pi)
    LoopMargins margins = LoopMargins.of(delayedIntegrator(2.0, 1.0));

    assertThat(margins.phaseCrossingHz()).isCloseTo(1.25, within(2e-3));
    assertThat(margins.gainMarginDb())
        .isCloseTo(20.0 * Math.log10(2.5 * Math.PI / 2.0), within(1e-2));
  }

  @Test
  void theDistanceFromMinusOneOfAnIntegratorIsOne() {
    // |1 + k / (j w)| = sqrt(1 + k^2 / w^2), which falls to one at high frequencies
    LoopMargins margins = LoopMargins.of(delayedIntegrator(1.0, 0.0));

    assertThat(margins.distance()).isCloseTo(1.0, within(1e-3));
    assertThat(margins.phaseMargin()).isCloseTo(Math.PI / 2.0, within(1e-9));
    assertThat(margins.gainMarginDb()).isNaN();
  }

  private static List<LoopPoint> delayedIntegrator(double gain, double delayS) {
    List<LoopPoint> points = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      double frequency = 0.01 * Math.pow(1000.0, i / 399.0);
      double omega = TURN * frequency;
      double phase = -Math.PI / 2.0 - omega * delayS;
      points.add(
          new LoopPoint(frequency, gain / omega * Math.cos(phase), gain / omega * Math.sin(phase)));
    }
    return points;
  }
}
