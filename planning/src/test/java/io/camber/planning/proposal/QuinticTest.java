package io.camber.planning.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuinticTest {
  @Test
  void meetsItsStartAndComesToRestAtZero() {
    Quintic q = Quintic.between(1.5, 0.1, -0.02, 30.0);

    assertThat(q.value(0.0)).isEqualTo(1.5);
    assertThat(q.slope(0.0)).isEqualTo(0.1);
    assertThat((q.slope(1e-5) - q.slope(0.0)) / 1e-5).isCloseTo(-0.02, within(1e-5));
    assertThat(q.value(30.0 - 1e-6)).isCloseTo(0.0, within(1e-9));
    assertThat(q.slope(30.0 - 1e-6)).isCloseTo(0.0, within(1e-8));
    assertThat(q.value(31.0)).isZero();
  }
}
