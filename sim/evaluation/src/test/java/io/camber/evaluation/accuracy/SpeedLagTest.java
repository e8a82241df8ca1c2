package io.camber.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

final class SpeedLagTest {
  @Test
  void speedToldThreeTenthsLateLagsThatMuch() {
    // the windows of true speed of two delays hold other parts of the wave: a tenth of a
    // millisecond
    assertThat(lag(SpeedLagTest::wave, t -> wave(t - 0.3))).isCloseTo(0.3, within(2e-4));
  }

  @Test
  void aLagBetweenTheStepsIsInterpolated() {
    // a parabola through three points of a cosine is off by less than a millisecond here
    assertThat(lag(SpeedLagTest::wave, t -> wave(t - 0.14))).isCloseTo(0.14, within(1e-3));
  }

  @Test
  void anOffsetAndAScaleAreNoLag() {
    assertThat(lag(SpeedLagTest::wave, t -> 0.5 + 0.9 * wave(t))).isCloseTo(0.0, within(1e-3));
  }

  @Test
  void aFirstOrderFilterLagsByItsPhase() {
    // x' = (u - x) / T delays a sine of angular frequency w by atan(w T) / w
    double w = 2.0 * Math.PI / 5.0;
    double filterS = 0.6;
    double[] filtered = new double[200];
    double x = 10.0;
    for (int step = -20_000; step < 20_000; step++) {
      x += (wave(step * 0.001) - x) * 0.001 / filterS;
      if (step >= 0 && step % 100 == 99) {
        filtered[step / 100] = x;
      }
    }

    // a millisecond of the filter's steps and one of the parabola
    assertThat(lag(SpeedLagTest::wave, t -> filtered[(int) Math.round(t * 10.0)]))
        .isCloseTo(Math.atan(w * filterS) / w - 0.1, within(2e-3));
  }

  @Test
  void steadySpeedsAndEvenRampsTellNone() {
    assertThat(lag(t -> 10.0, t -> 10.0)).isNaN();
    assertThat(lag(t -> t, t -> t - 0.4)).isNaN();
  }

  @Test
  void anotherTrackBeginsAnewAndShortOnesTellNone() {
    SpeedLag lag = new SpeedLag();
    for (int i = 0; i < 200; i++) {
      double t = i * 0.1;
      lag.add("a", i / 40, i * 100_000_000L, wave(t), wave(t - 0.3));
    }

    assertThat(lag.delayS()).isNaN();
  }

  private static double wave(double timeS) {
    return 10.0 + 3.0 * Math.sin(2.0 * Math.PI * timeS / 5.0);
  }

  private static double lag(DoubleUnaryOperator actual, DoubleUnaryOperator claimed) {
    SpeedLag lag = new SpeedLag();
    for (int i = 0; i < 200; i++) {
      double t = i * 0.1;
      lag.add("a", 1, i * 100_000_000L, actual.applyAsDouble(t), claimed.applyAsDouble(t));
    }
    return lag.delayS();
  }
}
