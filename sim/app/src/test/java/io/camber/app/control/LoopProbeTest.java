package io.camber.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A sampled loop whose response is known: an integrator that is held over d steps of 10 ms, v taken in at each of them, is exactly
 * k T / (2 sin(wT / 2)) in gain and -90 degrees - w (d + 1/2) T in phase when its output is fed back with minus k.
 */
final class LoopProbeTest {
  private static final double STEP_S = 0.01;
  private static final double GAIN = 2.0;
  private static final int DELAY = 20;

  private static final class DelayedIntegrator implements ProbedLoop {
    private final double[] ring = new double[DELAY];
    private final double offset;
    private double integral;
    private int next;

    DelayedIntegrator(double offset) {
      this.offset = offset;
      this.integral = offset;
    }

    @Override
    public double step(double added) {
      double said = -GAIN * (integral - offset);
      integral += STEP_S * ring[next];
      ring[next] = said + added;
      next = (next + 1) % DELAY;
      return said;
    }

    @Override
    public double stepS() {
      return STEP_S;
    }
  }

  @Test
  void aKnownLoopIsMeasuredAsItIs() {
    for (LoopPoint point : probe(0.0).sweep(0.05, 2.0, 9)) {
      double half = Math.PI * point.frequencyHz() * STEP_S;
      assertThat(point.gain())
          .as("%s Hz", point.frequencyHz())
          .isCloseTo(GAIN * STEP_S / (2.0 * Math.sin(half)), within(2e-3 * point.gain()));
      double lag = Math.PI / 2.0 + 2.0 * half * (DELAY + 0.5);
      assertThat(Math.IEEEremainder(point.phase() + lag, 2.0 * Math.PI))
          .as("%s Hz", point.frequencyHz())
          .isCloseTo(0.0, within(2e-3));
    }
  }

  @Test
  void itsMarginsAreThoseOfTheClosedForm() {
    double delayS = (DELAY + 0.5) * STEP_S;

    LoopMargins margins = LoopMargins.of(probe(0.0).sweep(0.05, 5.0, 60));

    assertThat(margins.phaseMargin()).isCloseTo(Math.PI / 2.0 - GAIN * delayS, within(0.01));
    assertThat(margins.gainMarginDb())
        .isCloseTo(20.0 * Math.log10(Math.PI / (2.0 * GAIN * delayS)), within(0.1));
    assertThat(margins.delayMarginS())
        .isCloseTo((Math.PI / 2.0 - GAIN * delayS) / GAIN, within(0.01));
  }

  @Test
  void whatTheLoopHoldsInSteadyMotionChangesNothing() {
    LoopPoint still = probe(0.0).at(100);
    LoopPoint moved = probe(7.0).at(100);

    assertThat(moved.real()).isCloseTo(still.real(), within(1e-9));
    assertThat(moved.imaginary()).isCloseTo(still.imaginary(), within(1e-9));
  }

  @Test
  void periodsAreWholeNumbersOfSteps() {
    List<LoopPoint> points = probe(0.0).sweep(0.05, 5.0, 12);

    assertThat(points).allSatisfy(point -> {
      double steps = 1.0 / (point.frequencyHz() * STEP_S);
      assertThat(steps).isCloseTo(Math.rint(steps), within(1e-9));
    });
  }

  private static LoopProbe probe(double offset) {
    return new LoopProbe(() -> new DelayedIntegrator(offset), 0.1);
  }
}
