package io.camber.sim.scenario.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DelayLineTest {
  private final DelayLine line = new DelayLine();

  @Test
  void readsThePastValue() {
    line.put(0.0, false);
    line.put(1.0, true);

    assertThat(line.at(0.5)).isFalse();
    assertThat(line.at(1.0)).isTrue();
    assertThat(line.at(1.5)).isTrue();
  }

  @Test
  void isFalseBeforeTheFirstValue() {
    line.put(0.0, true);

    assertThat(line.at(-1.0)).isFalse();
  }

  @Test
  void doesNotLoseAPulseBetweenTwoReadings() {
    line.put(0.0, false);
    line.put(1.00, true);
    line.put(1.01, false);

    assertThat(line.at(0.99)).isFalse();
    assertThat(line.at(1.02)).isTrue();
    assertThat(line.at(1.03)).isFalse();
  }

  @Test
  void forgetsOnReset() {
    line.put(0.0, true);
    line.reset();

    assertThat(line.at(5.0)).isFalse();
  }
}
