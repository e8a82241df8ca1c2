package io.camber.sim.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PacingWatchTest {
  private static final long MS = 1_000_000L;

  @Test
  void tellsMedianTailWorstAndOverruns() {
    PacingWatch watch = new PacingWatch(10 * MS);
    for (int i = 0; i < 980; i++) {
      watch.add(MS / 2);
    }
    for (int i = 0; i < 20; i++) {
      watch.add(12 * MS);
    }

    Pacing pacing = watch.result();

    assertThat(pacing.steps()).isEqualTo(1000);
    assertThat(pacing.overruns()).isEqualTo(20);
    // Within the width of a bin.
    assertThat(pacing.medianMs()).isCloseTo(0.5, within(0.11));
    assertThat(pacing.p99Ms()).isCloseTo(12.0, within(0.11));
    assertThat(pacing.maxMs()).isEqualTo(12.0);
  }

  @Test
  void stepsBeforeTheirTimeAndWorldsThatNeverStepAreInTime() {
    PacingWatch watch = new PacingWatch(10 * MS);
    assertThat(watch.result()).isEqualTo(new Pacing(0, 0, 0.0, 0.0, 0.0));

    watch.add(-5 * MS);

    assertThat(watch.result()).isEqualTo(new Pacing(1, 0, 0.0, 0.0, 0.0));
  }
}
