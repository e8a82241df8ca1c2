package io.camber.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Vec2;
import org.junit.jupiter.api.Test;

final class GhostStretchesTest {
  private final GhostStretches stretches = new GhostStretches();

  @Test
  void aGhostThatLastsIsCountedOnce() {
    for (int i = 0; i <= 20; i++) {
      message(i, true);
    }

    assertThat(perKm()).isEqualTo(10.0);
  }

  @Test
  void twoShortStretchesOfOneTrackAreNoLongOne() {
    for (int i = 0; i <= 20; i++) {
      message(i, i <= 2 || i >= 18);
    }

    assertThat(perKm()).isZero();
  }

  @Test
  void aStretchAfterAGapIsAnother() {
    for (int i = 0; i <= 20; i++) {
      message(i, i != 10);
    }

    assertThat(perKm()).isEqualTo(20.0);
  }

  /** Every 0.1 s; a track that is in the message is a ghost. */
  private void message(int index, boolean isIn) {
    if (isIn) {
      stretches.ghost(7, index * 100_000_000L);
    }
    stretches.endMessage();
  }

  private double perKm() {
    stretches.move(new Vec2(0.0, 0.0));
    stretches.move(new Vec2(100.0, 0.0));
    return stretches.perKm();
  }
}
